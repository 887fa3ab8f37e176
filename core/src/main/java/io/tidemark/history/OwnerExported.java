package io.tidemark.history;

import io.tidemark.ledger.Journal;
import java.util.UUID;

/** A person's file was made; the person's history tells of it from the next root on. */
public record OwnerExported(UUID person) implements Journal.Consequence {}
