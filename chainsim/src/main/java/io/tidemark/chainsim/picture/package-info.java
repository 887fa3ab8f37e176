/**
 * Pictures of invented papers.
 *
 * <p>Question it answers: what does the photograph of a licence or the screenshot of a chat look
 * like that an insider sends around, when no real person may be in it? A seed and a number come in;
 * a picture and what truly stands in it go out: drawn clean, or as a telephone takes it (in
 * perspective, at any angle, unevenly lit, blurred, noisy, compressed, small on a table).
 *
 * <p>The people are those of {@code portfolio}: <b>none exists</b>. Layouts follow the published
 * standards of the papers as far as reading them needs (GA 37 for the vehicle licence, GA 482 for
 * the driving licence); seals and portraits are blots. Nothing here would pass for a paper.
 *
 * <p>Typefaces are those of the machine ({@link Typeface}); none is shipped.
 */
@NullMarked
package io.tidemark.chainsim.picture;

import org.jspecify.annotations.NullMarked;
