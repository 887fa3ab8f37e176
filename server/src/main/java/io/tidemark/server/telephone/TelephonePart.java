package io.tidemark.server.telephone;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.server.ServerSettings;
import io.tidemark.telephone.CannotListen;
import io.tidemark.telephone.Telephone;
import io.tidemark.telephone.TelephoneSettings;
import io.tidemark.telephone.Watch;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The telephone, where the settings ask for one: it starts after the housekeeping and ends before
 * it, so that what is recorded for a call is still published. Thread-safe.
 */
@Component("telephoneHealthIndicator")
public class TelephonePart implements SmartLifecycle, HealthIndicator {
  private final Optional<TelephoneSettings> settings;
  private final Switchboard switchboard;
  private final MeterRegistry meters;
  private final Watch figures;
  private final Clock clock;
  private volatile @Nullable Telephone telephone;

  /** A telephone that is started with the server. */
  public TelephonePart(
      ServerSettings settings, Switchboard switchboard, MeterRegistry meters, Clock clock) {
    this.settings = settings.more().telephone();
    this.switchboard = switchboard;
    this.meters = meters;
    this.figures = new CallFigures(meters);
    this.clock = clock;
  }

  @Override
  public void start() {
    if (settings.isPresent() && telephone == null) {
      try {
        Telephone started = Telephone.start(settings.get(), switchboard, figures, clock);
        Gauge.builder("tidemark.calls.open", started, Telephone::open).register(meters);
        Gauge.builder("tidemark.calls.waiting", started, Telephone::waiting).register(meters);
        telephone = started;
      } catch (CannotListen e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void stop() {
    Telephone started = telephone;
    if (started != null) {
      started.close();
      telephone = null;
    }
  }

  @Override
  public boolean isRunning() {
    return telephone != null;
  }

  /** One after the housekeeping's. */
  @Override
  public int getPhase() {
    return 1;
  }

  /** Down where a socket has closed by itself; up where no telephone is asked for. */
  @Override
  public Health health() {
    Telephone started = telephone;
    return settings.isEmpty() || (started != null && started.hears())
        ? Health.up().build()
        : Health.down().build();
  }
}
