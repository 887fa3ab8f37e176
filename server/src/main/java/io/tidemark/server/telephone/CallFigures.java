package io.tidemark.server.telephone;

import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.telephone.Dropped;
import io.tidemark.telephone.Outcome;
import io.tidemark.telephone.Watch;
import java.time.Duration;

/** What operators watch of calls: how many, how soon decided on; never whose. Thread-safe. */
final class CallFigures implements Watch {
  private final MeterRegistry meters;

  CallFigures(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void heard(Outcome outcome, Duration within) {
    meters.timer("tidemark.calls", "outcome", outcome.word()).record(within);
  }

  @Override
  public void dropped(Dropped why) {
    meters.counter("tidemark.calls.dropped", "why", why.word()).increment();
  }
}
