/**
 * A data key that changes while the server serves.
 *
 * <p>Question it answers: who goes on with a rotation of the data key that was begun? Somebody's
 * wish to begin one comes in, or a rotation that nobody is at any more; boxes under the new key and
 * the end of the old one go out. How boxes are sealed anew, and what is recorded, is {@code
 * custody.keys.Rotating}'s; the master key is never changed here, since its place is the
 * operator's.
 */
@NullMarked
package io.tidemark.server.rotation;

import org.jspecify.annotations.NullMarked;
