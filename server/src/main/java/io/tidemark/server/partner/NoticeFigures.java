package io.tidemark.server.partner;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.NoticeTables;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * What operators watch of notices: how many wait for a partner's word, how many of them too long,
 * and how often webhooks took one. Never about whom. Thread-safe.
 */
@Component
public class NoticeFigures {
  private final MeterRegistry meters;
  private final NoticeTables notices;
  private final Clock clock;

  /** Counts there, what waits anew at each look. */
  public NoticeFigures(MeterRegistry meters, Home home, Clock clock) {
    this.meters = meters;
    this.notices = home.notices();
    this.clock = clock;
    Gauge.builder("tidemark.notices.waiting", () -> all(NoticeTables.Count::waiting))
        .description("Notices that their parties have not acknowledged.")
        .register(meters);
    Gauge.builder("tidemark.notices.late", () -> all(NoticeTables.Count::late))
        .description("Of these, those whose time is over.")
        .register(meters);
  }

  private long all(ToLongFunction<NoticeTables.Count> of) {
    return notices.counts(clock.instant()).stream().mapToLong(of).sum();
  }

  /** A notice was sent to a webhook, which took it or not. */
  public void sent(String party, boolean taken) {
    meters
        .counter("tidemark.webhook.sent", "party", party, "taken", String.valueOf(taken))
        .increment();
  }

  /** A party acknowledged a notice. */
  public void acknowledged(String party) {
    meters.counter("tidemark.notices.acknowledged", "party", party).increment();
  }
}
