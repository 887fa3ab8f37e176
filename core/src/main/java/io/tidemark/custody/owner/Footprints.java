package io.tidemark.custody.owner;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;

/** What hangs on people in custody: what has to go with them. Thread-safe. */
public interface Footprints {
  /** All that hangs on the people whom these records are about. */
  Footprint of(RoaringBitmap records);

  /** The records that are about these people. */
  RoaringBitmap records(Collection<UUID> people);

  /** Whether somebody in custody has this key. */
  boolean known(UUID person);

  /** Names the keys of all people in custody, one after the other. */
  void people(Consumer<UUID> each);
}
