/**
 * Piles of files.
 *
 * <p>Question it answers: which files lie below these paths, whatever they are packed into? Paths
 * and one stream come in; each file goes out under the name by which a person finds it again
 * ({@code a.zip!/b/c.txt}) with what it is by its first bytes, or the reason why it is left aside.
 * What has to be unpacked lies in a folder of the process alone until the next file is asked for.
 *
 * <p>It never follows a link out of a folder, never unpacks beyond its {@link
 * io.tidemark.formats.pile.PileLimits}, never stops at a file that it cannot read, and never looks
 * at what a file says.
 */
@NullMarked
package io.tidemark.formats.pile;

import org.jspecify.annotations.NullMarked;
