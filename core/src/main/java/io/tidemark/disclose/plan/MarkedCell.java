package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.spelling.Carrier;

/**
 * One carrier of one row as the recipient would see it.
 *
 * @param position the content's position; rows with equal contents share it, and it counts once
 * @param carrier which part of the value
 * @param biases how likely each spelling is there
 * @param symbol the recipient's spelling
 */
public record MarkedCell(Position position, Carrier carrier, Biases biases, int symbol) {}
