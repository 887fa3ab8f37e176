package io.tidemark.custody.keys;

import io.tidemark.ledger.Journal;
import io.tidemark.vault.DataKeys;

/**
 * A new data key takes over: from this entry on nothing is sealed under an older one.
 *
 * @param key the key
 * @param boxes how many boxes are to be sealed anew
 */
public record DataKeyDrawn(DataKeys.Wrapped key, long boxes) implements Journal.Consequence {}
