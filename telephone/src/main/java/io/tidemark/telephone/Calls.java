package io.tidemark.telephone;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The calls of this moment: those that are being set up, and those that last. Thread-safe. */
final class Calls {
  private final TelephoneSettings.Limits limits;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<Bridge> settingUp = ConcurrentHashMap.newKeySet();
  private final Map<Bridge, ScheduledFuture<?>> ends = new ConcurrentHashMap<>();

  Calls(TelephoneSettings.Limits limits, ScheduledThreadPoolExecutor clock) {
    this.limits = limits;
    this.clock = clock;
    clock.setRemoveOnCancelPolicy(true);
  }

  /** A call is being set up; this is done when that takes too long. */
  void begun(Bridge bridge, Runnable tooLong) {
    settingUp.add(bridge);
    end(bridge, after(limits.ringing(), tooLong));
  }

  /** It was answered; this is done when it lasts too long. */
  void answered(Bridge bridge, Runnable tooLong) {
    end(bridge, after(limits.talking(), tooLong));
    settled(bridge);
  }

  void ended(Bridge bridge) {
    cancel(ends.remove(bridge));
    settled(bridge);
  }

  private void end(Bridge bridge, ScheduledFuture<?> end) {
    cancel(ends.put(bridge, end));
  }

  private static void cancel(@Nullable ScheduledFuture<?> end) {
    if (end != null) {
      end.cancel(false);
    }
  }

  private ScheduledFuture<?> after(Duration time, Runnable then) {
    return clock.schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void settled(Bridge bridge) {
    settingUp.remove(bridge);
    synchronized (this) {
      notifyAll();
    }
  }

  /** Whether one more has room. */
  boolean haveRoom() {
    return open() < limits.open();
  }

  int open() {
    return ends.size();
  }

  /** Waits until none is being set up; gives up those that are, after this time. */
  void settle(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    synchronized (this) {
      while (!settingUp.isEmpty() && System.nanoTime() < until) {
        TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
      }
    }
    settingUp.forEach(Bridge::giveUp);
  }
}
