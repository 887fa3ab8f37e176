/**
 * Which question: which network says the same in less time?
 *
 * <p>Comes in: a network in the form of ONNX (onnx.ai, {@code onnx.proto3}). Goes out: the same
 * with its small steps joined, by rules of arithmetic alone: every answer is equal up to the
 * rounding of single precision.
 *
 * <p>It never trains, prunes or rounds weights.
 */
@NullMarked
package io.tidemark.media.ocr.graph;

import org.jspecify.annotations.NullMarked;
