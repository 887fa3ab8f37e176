/**
 * Sealed records and the only way to open them.
 *
 * <p>Question it answers: how is a record kept so that nobody reads it without a permit and a
 * receipt? Labelled values come in and leave sealed under a key of their person; {@link
 * io.tidemark.vault.Vault#open} gives them back for a permit and the receipt of the ledger entry
 * that names it. Exact search works on keyed tokens. It never decides who may open anything and
 * never stores anything itself: {@link io.tidemark.vault.Shelf} and {@link
 * io.tidemark.vault.KeyRing} are what a store must bring, and {@link io.tidemark.vault.Rotation}
 * where a new data key takes over.
 */
@NullMarked
package io.tidemark.vault;

import org.jspecify.annotations.NullMarked;
