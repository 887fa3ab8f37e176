package io.tidemark.trace;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.vault.Locator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * A disclosure with all that is needed to make its copy again.
 *
 * @param facts what tracing needs of it
 * @param purpose what for
 * @param forms the fields with their forms, in the order of the list
 * @param records whom it is about
 * @param release the ledger index of the entry that recorded the copy's digests
 * @param erased the leaves of those who were erased since, by record number, the lowest first
 * @param honey which numbers each honey customer in it has, by the draw of its key
 */
public record RecordedCopy(
    RecordedDisclosure facts,
    String purpose,
    Map<FieldClass, Form> forms,
    RoaringBitmap records,
    OptionalLong release,
    SortedMap<Integer, byte[]> erased,
    Map<Integer, Set<Locator>> honey) {
  /** Copies the maps; keeps the order of the fields. */
  public RecordedCopy {
    honey = Map.copyOf(honey);
    erased = Collections.unmodifiableSortedMap(new TreeMap<>(erased));
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
  }
}
