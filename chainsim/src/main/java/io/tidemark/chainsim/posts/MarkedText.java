package io.tidemark.chainsim.posts;

import io.tidemark.find.Span;
import java.util.List;

/**
 * A text and what stands in it.
 *
 * @param text as somebody wrote it
 * @param names where persons are named, in order; a surname together with its title
 * @param addresses where addresses stand, in order
 */
public record MarkedText(String text, List<Span> names, List<Span> addresses) {}
