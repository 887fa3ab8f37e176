/**
 * The flows, each one way. Here and nowhere else stands the order of the steps.
 *
 * <pre>
 * deposit   Submission -> Labelled -> Sealed  -> Receipt
 * disclose  Request    -> Decision -> Receipt -> Opened  -> Prepared -> Released
 * inquiry   Sighting   -> Receipt  -> Opened  -> Reading -> Attribution
 * look up   Ask        -> Decision -> Receipt -> Opened -> Shown
 * rotate    DataKey    -> Receipt  -> Resealed, batch by batch -> Receipt
 * </pre>
 *
 * <p>Each class is one flow. Flows beside these three have rooms of their own: what a person asks
 * about the own data and what becomes of it in time ({@code owner}), calls ({@code calls}), marks
 * in pictures and documents ({@code marks}), who belongs to the home ({@code members}), keys
 * ({@code keys}). What a store must bring stands in the interfaces of the steps ({@link
 * io.tidemark.ledger.Journal}, {@link io.tidemark.vault.Shelf}, {@link
 * io.tidemark.disclose.Copies}, {@link io.tidemark.trace.Holders}).
 */
@NullMarked
package io.tidemark.custody;

import org.jspecify.annotations.NullMarked;
