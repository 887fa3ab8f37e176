/**
 * Which question: what personal information does this picture show, and where?
 *
 * <p>Comes in: a picture of a paper, a screen or a chat, at any angle, small or large; and, for
 * running text, a {@link io.tidemark.find.Finder}. Goes out: {@link PictureText}: lines, the fields
 * of a known paper with what was repaired in them, and findings with their places in the original
 * picture; or {@link Refused}, with the reason in both languages.
 *
 * <p>{@link Pictures} is the way in. Nothing that was read is kept, and nothing is written to a
 * file. It never grades, and never decides what a mark's number stands for.
 *
 * <ul>
 *   <li>{@code picture}: bytes to pixels, and the geometry of places
 *   <li>{@code mark}: whose copy a picture is, written into its pixels and read again
 *   <li>{@code ocr}: pixels to lines
 *   <li>{@code document}: lines to the fields of a paper
 *   <li>{@code chat}: lines of screenshots to a conversation
 * </ul>
 */
@NullMarked
package io.tidemark.media;

import org.jspecify.annotations.NullMarked;
