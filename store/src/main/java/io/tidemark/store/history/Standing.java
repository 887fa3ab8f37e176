package io.tidemark.store.history;

import io.tidemark.history.Event;
import io.tidemark.history.Histories;
import io.tidemark.history.MapProof;
import java.util.List;

/**
 * Where one person stands under the root that counts.
 *
 * @param current the root, and the index of its entry
 * @param events the person's events under it, in the ledger's order
 * @param proof that their head stands in the map, or that the person is not in it
 */
public record Standing(Histories.Current current, List<Event> events, MapProof proof) {}
