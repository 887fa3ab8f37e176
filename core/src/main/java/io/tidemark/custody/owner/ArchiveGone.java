package io.tidemark.custody.owner;

import io.tidemark.ledger.Journal;
import java.time.Instant;

/**
 * What was kept of people who were erased is past its time and gone.
 *
 * @param at everything whose time ended then or before
 */
public record ArchiveGone(Instant at) implements Journal.Consequence {}
