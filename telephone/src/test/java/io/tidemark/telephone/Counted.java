package io.tidemark.telephone;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is told to whoever watches. */
final class Counted implements Watch {
  private final Map<Outcome, AtomicLong> heard = new EnumMap<>(Outcome.class);
  private final Map<Dropped, AtomicLong> dropped = new EnumMap<>(Dropped.class);

  Counted() {
    for (Outcome one : Outcome.values()) {
      heard.put(one, new AtomicLong());
    }
    for (Dropped one : Dropped.values()) {
      dropped.put(one, new AtomicLong());
    }
  }

  @Override
  public void heard(Outcome outcome, Duration within) {
    heard.get(outcome).incrementAndGet();
  }

  @Override
  public void dropped(Dropped why) {
    dropped.get(why).incrementAndGet();
  }

  long of(Outcome outcome) {
    return heard.get(outcome).get();
  }

  long of(Dropped why) {
    return dropped.get(why).get();
  }
}
