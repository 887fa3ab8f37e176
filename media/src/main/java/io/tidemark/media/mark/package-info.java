/**
 * Which question: how does a picture say whose copy it is, and what does a picture that was found
 * say?
 *
 * <p>Comes in: {@link io.tidemark.media.picture.Pixels}, 64 bits and a {@link
 * io.tidemark.media.mark.PictureKey}. Goes out: the same picture with a pattern that a person does
 * not see ({@link io.tidemark.media.mark.PictureMarker}); or, of a picture of any size, cut, turned
 * or mirrored, the 64 bits that its check bits prove, else an honest no ({@link
 * io.tidemark.media.mark.PictureReader}).
 *
 * <p>Nothing is kept: no table outlives the marker or reader that was made with the key. It does
 * not know what a number stands for, and writes no file.
 *
 * <ul>
 *   <li>what is said: {@code Payload} in a {@code ConvolutionalCode}, on the {@code Carriers} of a
 *       key, which add up to a {@code Tile}
 *   <li>marking: {@code Strength} says how much a place hides
 *   <li>reading: {@code Residue}, its {@code Spectrum}, a {@code Search} for each {@code Pose}, its
 *       {@code Alignment}, {@code Folding} tile upon tile, {@code Hearing} bits
 * </ul>
 */
@NullMarked
package io.tidemark.media.mark;

import org.jspecify.annotations.NullMarked;
