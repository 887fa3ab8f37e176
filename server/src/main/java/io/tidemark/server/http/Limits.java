package io.tidemark.server.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * How often a caller may ask, on this node: so many requests a second, with twice as many at once.
 * Thread-safe; remembers at most 100,000 callers.
 */
public final class Limits {
  private static final long CALLERS = 100_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final LoadingCache<String, Bucket> buckets;

  /** At most so many requests a second for each caller. */
  public Limits(int perSecond) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(REMEMBERED)
            .build(
                caller ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(2L * perSecond)
                                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
  }

  /** Counts a request of this caller; ends it when it is one too many. */
  public void count(String caller) {
    ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Halt.until(Problem.ofStatus(429), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
