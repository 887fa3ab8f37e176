package io.tidemark.app.evidence;

import io.tidemark.evidence.CallBundle;
import io.tidemark.evidence.CallCase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which ledger entries a bundle about calls shows beside those that every bundle has. */
final class CallPlaces {
  /** Lists that nobody is accused by are shown as far as a bundle has room for them. */
  private static final int MOST_LISTS = 4_000;

  private CallPlaces() {}

  static Set<Long> of(CallCase file, List<CallBundle.GivenCopy> copies) {
    Set<Long> places = new TreeSet<>();
    file.lists().values().stream()
        .flatMap(Set::stream)
        .limit(MOST_LISTS)
        .forEach(list -> places.add(list.entry()));
    for (CallBundle.GivenCopy copy : copies) {
      places.add(copy.entry());
      if (copy.release() >= 0) {
        places.add(copy.release());
      }
    }
    file.opened().ifPresent(places::add);
    return places;
  }
}
