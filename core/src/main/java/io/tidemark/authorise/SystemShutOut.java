package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** A system's secret and its sessions no longer count. */
public record SystemShutOut(String system) implements Journal.Consequence {}
