package io.tidemark.telephone;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what is told to whoever watches. */
final class Counted implements Watch {
  private final Map<Outcome, Long> heard = new ConcurrentHashMap<>();
  private final Map<Dropped, Long> dropped = new ConcurrentHashMap<>();

  @Override
  public void heard(Outcome outcome, Duration within) {
    heard.merge(outcome, 1L, Long::sum);
  }

  @Override
  public void dropped(Dropped why) {
    dropped.merge(why, 1L, Long::sum);
  }

  long of(Outcome outcome) {
    return heard.getOrDefault(outcome, 0L);
  }

  long of(Dropped why) {
    return dropped.getOrDefault(why, 0L);
  }
}
