package io.tidemark.trace;

/**
 * A honey customer that a number points to.
 *
 * @param disclosure the number of its disclosure in the store
 * @param draw which of the disclosure's honey key's customers it is
 */
public record Invented(int disclosure, int draw) {}
