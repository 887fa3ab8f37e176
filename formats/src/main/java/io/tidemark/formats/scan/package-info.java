/**
 * Files with the personal information in them.
 *
 * <p>Question it answers: which personal information stands where in these files, how sure is that,
 * how grave, and which of it is about one person? A {@link io.tidemark.formats.pile.Pile} comes in,
 * with the finders of {@code find} and a policy; {@link io.tidemark.formats.scan.Sighting}s go out
 * as they are met, and what was left aside.
 *
 * <p>It keeps nothing of what it reads but keyed digests of numbers, by which it tells people
 * apart, and lets go of them at its end. It never decides how a number looks (that is {@code find}
 * and {@code classify}) and never shows a value in full: whoever does records it first.
 */
@NullMarked
package io.tidemark.formats.scan;

import org.jspecify.annotations.NullMarked;
