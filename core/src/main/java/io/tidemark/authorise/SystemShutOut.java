package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** A system's secret, its certificates and its sessions no longer count. */
public record SystemShutOut(String system) implements Journal.Consequence {}
