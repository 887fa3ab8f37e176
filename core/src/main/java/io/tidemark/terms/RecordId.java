package io.tidemark.terms;

/**
 * Names one policy record in custody. Given once, never changed by a correction or a merge, never
 * shown outside.
 *
 * @param number counts from 1; fits 32 bits, so that sets of records fit a Roaring bitmap
 */
public record RecordId(int number) {}
