package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.spelling.Carrier;

/**
 * One carrier of one row. What a recipient's spelling is there is not asked: whether a list is
 * released must not depend on its recipient's symbols, or the ledger would tell something of them.
 *
 * @param position the content's position; rows with equal contents share it, and it counts once
 * @param carrier which part of the value
 * @param biases how likely each spelling is there
 */
public record MarkedCell(Position position, Carrier carrier, Biases biases) {}
