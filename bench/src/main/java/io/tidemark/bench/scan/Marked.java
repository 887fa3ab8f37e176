package io.tidemark.bench.scan;

import io.tidemark.find.Span;
import java.util.List;

/**
 * A text and where something stands in it, by whoever marked it.
 *
 * @param text as it was written
 * @param spans what is to be found
 */
record Marked(String text, List<Span> spans) {}
