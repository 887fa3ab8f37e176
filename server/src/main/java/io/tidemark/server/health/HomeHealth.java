package io.tidemark.server.health;

import io.tidemark.store.home.Home;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers, and the published ledger is a part of what it holds. */
@Component("homeHealthIndicator")
class HomeHealth implements HealthIndicator {
  private final Home home;

  HomeHealth(Home home) {
    this.home = home;
  }

  @Override
  public Health health() {
    try {
      long recorded = home.journal().size();
      long published = home.ledger().tiles().publishedSize();
      return published <= recorded ? Health.up().build() : Health.down().build();
    } catch (java.io.IOException | RuntimeException e) {
      return Health.down().build();
    }
  }
}
