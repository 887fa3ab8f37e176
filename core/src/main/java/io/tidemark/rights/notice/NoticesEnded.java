package io.tidemark.rights.notice;

import io.tidemark.ledger.Journal;
import java.time.Instant;

/** What notices say of copies goes where its time is over. */
public record NoticesEnded(Instant at) implements Journal.Consequence {}
