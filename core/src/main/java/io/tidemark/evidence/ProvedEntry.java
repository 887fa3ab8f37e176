package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LogProof;

/** An entry's bytes with the proof that the ledger holds them. */
public record ProvedEntry(byte[] bytes, Entry entry, LogProof proof) {}
