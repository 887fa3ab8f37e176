package io.tidemark.vault;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tool with a key in it, one for each thread. It goes with its owner: a thread that lives on, as
 * those of a pool do, holds nothing of it, where a {@link ThreadLocal} by itself would hold the key
 * for as long as the thread. Thread-safe.
 */
final class PerThread<T> {
  private final Supplier<T> make;
  private final Map<Thread, T> held = Collections.synchronizedMap(new WeakHashMap<>());
  private final ThreadLocal<WeakReference<T>> here = new ThreadLocal<>();

  PerThread(Supplier<T> make) {
    this.make = make;
  }

  /** This thread's own. */
  T get() {
    WeakReference<T> known = here.get();
    @Nullable T tool = known == null ? null : known.get();
    if (tool == null) {
      tool = make.get();
      held.put(Thread.currentThread(), tool);
      here.set(new WeakReference<>(tool));
    }
    return tool;
  }
}
