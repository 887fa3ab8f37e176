/**
 * The published log on disk.
 *
 * <p>Question it answers: which files make up the log, are they durable, and are they still what
 * was written? Entries' bytes and signed checkpoints come in; the directory that C2SP tlog-tiles
 * describes, entries, proofs and lists of faults go out. The database is the truth and these files
 * are its projection: they can be written again from it, byte for byte.
 *
 * <p>It never overwrites a tile with other bytes, never publishes a head that the tiles do not lead
 * to, and never signs anything.
 */
@NullMarked
package io.tidemark.store.tiles;

import org.jspecify.annotations.NullMarked;
