package io.tidemark.chainsim.calls;

import io.tidemark.terms.FieldClass;
import java.util.List;
import java.util.Set;

/**
 * What was reported, and the truth.
 *
 * @param sources the parties whose lists leaked, by number; nobody where the callers had no list of
 *     theirs
 * @param leakDay the day on which they leaked
 * @param calls the reports, about different people
 */
public record Reports(List<Integer> sources, int leakDay, List<Call> calls) {
  /**
   * A reported call.
   *
   * @param person the number of the called
   * @param day on which day of the world's year
   * @param known what the caller knew beside name and number
   * @param listed whether it came from the leaked list; the method is not told
   */
  public record Call(int person, int day, Set<FieldClass> known, boolean listed) {}

  /** Copies the lists. */
  public Reports {
    sources = List.copyOf(sources);
    calls = List.copyOf(calls);
  }
}
