package io.tidemark.server.partner;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What operators watch of partners: how much by whom, never about whom. Thread-safe. */
@Component
public class PartnerFigures {
  private final MeterRegistry meters;

  /** Counts there. */
  public PartnerFigures(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A list of so many people was prepared. */
  public void prepared(String party, long people) {
    meters.counter("tidemark.partner.lists", "party", party).increment();
    meters.counter("tidemark.partner.people", "party", party).increment(people);
  }

  /** Something was refused by this rule. */
  public void refused(String party, String rule) {
    meters.counter("tidemark.partner.refusals", "party", party, "rule", rule).increment();
  }
}
