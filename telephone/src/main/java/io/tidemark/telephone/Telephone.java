package io.tidemark.telephone;

import io.tidemark.calls.line.Switchboard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls to alias numbers over SIP (RFC 3261), from {@link #start} to {@link #close}. Only the trunk
 * is answered. Nothing is logged. Thread-safe.
 */
public final class Telephone implements AutoCloseable {
  /** Less than what a server gives its parts to end. */
  private static final Duration TO_SETTLE = Duration.ofSeconds(20);

  private static final int DECIDING = 8;
  private static final int TALKING = 4;

  private final TelephoneSettings settings;
  private final Trunk trunk;
  private final Calls calls;
  private final Switch calling;
  private final ThreadPoolExecutor deciding;
  private final ExecutorService talking;
  private final ScheduledThreadPoolExecutor timers;
  private final AtomicBoolean closing = new AtomicBoolean();

  private Telephone(TelephoneSettings settings, Switchboard switchboard, Watch watch, Clock clock)
      throws CannotListen {
    Doorman doorman = new Doorman(settings, watch);
    this.settings = settings;
    this.trunk = new Trunk(settings, new TrunkSockets(doorman, settings.tls()));
    this.timers = new ScheduledThreadPoolExecutor(1, named("tidemark-calls-clock"));
    this.deciding =
        new ThreadPoolExecutor(
            DECIDING,
            DECIDING,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(settings.limits().waiting()),
            named("tidemark-calls-decide"));
    this.talking = Executors.newFixedThreadPool(TALKING, named("tidemark-calls-talk"));
    this.calls = new Calls(settings.limits(), timers);
    this.calling =
        new Switch(trunk, calls, doorman, settings, switchboard, watch, clock, deciding, talking);
    trunk.hear(new Attendant(trunk, calling));
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Listens from now on.
   *
   * @param switchboard who decides; it is asked by eight threads at once
   * @throws CannotListen when an address is taken or not of this machine
   */
  public static Telephone start(
      TelephoneSettings settings, Switchboard switchboard, Watch watch, Clock clock)
      throws CannotListen {
    return new Telephone(settings, switchboard, watch, clock);
  }

  /** Where it listens. */
  public List<Listening> listening() {
    return settings.listening();
  }

  /** Whether every socket that it listens on is open, and it is not ending. */
  public boolean hears() {
    return !calling.isEnding() && trunk.open();
  }

  /** Calls that wait to be decided on. */
  public int waiting() {
    return deciding.getQueue().size();
  }

  /** Calls that are being set up or last. */
  public int open() {
    return calls.open();
  }

  /**
   * Takes no new calls (503, and so for OPTIONS), finishes those that are being set up, at most 20
   * seconds, ends. Calls that were answered go on without us: their sound never came by here.
   * Closing twice does nothing.
   */
  @Override
  public void close() {
    close(TO_SETTLE);
  }

  /** The same, with so much time for what is being set up. */
  void close(Duration toSettle) {
    if (closing.getAndSet(true)) {
      return;
    }
    calling.end();
    try {
      calls.settle(toSettle);
      deciding.shutdown();
      talking.shutdown();
      talking.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      timers.shutdownNow();
      trunk.close();
    }
  }
}
