/**
 * {@code bench media}: whose copy a picture or a document is, after what people do to it.
 *
 * <p>Question it answers: how often is a mark still read, and is one ever read where none is? In go
 * documents that the product prints and those that Debian's packages ship, and programs of others
 * that re-save them. Out go lines of a report.
 */
@NullMarked
package io.tidemark.bench.media;

import org.jspecify.annotations.NullMarked;
