package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.spelling.Carrier;

/**
 * One carrier of one row as the recipient would see it.
 *
 * @param carrier which part of the value
 * @param biases how likely each spelling is there
 * @param symbol the recipient's spelling
 */
public record MarkedCell(Carrier carrier, Biases biases, int symbol) {}
