/**
 * Which question: what personal information stands in this text, and where?
 *
 * <p>Comes in: text as people write it, with whatever they did to hide a number. Goes out: {@link
 * Finding}s with their place in the <em>original</em> text, and nothing else: what was scanned is
 * not kept.
 *
 * <p>It never grades (that is policy), never reads a file or a picture (those are {@code formats}
 * and {@code media}), and never decides whose copy a text came from (that is {@code trace}).
 */
@NullMarked
package io.tidemark.find;

import org.jspecify.annotations.NullMarked;
