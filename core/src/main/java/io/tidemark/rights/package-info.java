/**
 * What the people whom the data is about have said of its use.
 *
 * <p>Question it answers: who of these people is left out when this purpose and this recipient are
 * meant? What a person said comes in as {@link io.tidemark.rights.Statement}s; a {@link
 * io.tidemark.rights.Will} (one person, one purpose) and the set of those left out go out ({@link
 * io.tidemark.rights.Footing}). It knows no number of anybody: people are keys, records are
 * numbers.
 */
@NullMarked
package io.tidemark.rights;

import org.jspecify.annotations.NullMarked;
