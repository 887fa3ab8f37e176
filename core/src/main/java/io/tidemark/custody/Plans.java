package io.tidemark.custody;

import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rows to name that were planned before. The planner plays from seeds of the list's own, so the
 * same list has the same answer, whoever asks for it: a partner that fetches its list every morning
 * has it planned once. What is kept is a digest of what the list offers, never the list.
 * Thread-safe.
 */
final class Plans {
  private static final int MOST = 1_000;

  private final Map<Plan, RowsToName> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Plan, RowsToName> eldest) {
              return size() > MOST;
            }
          });

  /**
   * What rows to name depend on, within one policy and one set of keys.
   *
   * @param offers what the list's rows offer
   * @param plain the fields given in plain
   * @param strength how much one honey customer says
   * @param size how many real people's rows the list has
   * @param customers how many honey customers stand among them
   */
  record Plan(Digest offers, Set<FieldClass> plain, double strength, int size, int customers) {
    Plan {
      plain = Set.copyOf(plain);
    }
  }

  /** What was planned before, or is planned now. */
  RowsToName rows(Plan plan, Supplier<RowsToName> planning) {
    RowsToName before = known.get(plan);
    if (before != null) {
      return before;
    }
    RowsToName now = planning.get(); // two at once plan twice: neither waits for the other
    known.put(plan, now);
    return now;
  }
}
