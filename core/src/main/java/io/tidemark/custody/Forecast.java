package io.tidemark.custody;

import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.LeakCondition;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a release would expose, as it was foreseen at one moment: when it was asked for, or in an
 * emergency when it left. It stands in the ledger's entry of that moment and is read from there, so
 * that whoever approves sees what the requester was told, and nobody can change it. People, policy
 * and parties may be others by now: the release itself is planned anew. Immutable.
 *
 * @param planned the moment
 * @param asOf the records that were counted stood before this ledger index
 * @param forms the columns in the order of the list, each with its form
 * @param rows how many leaked rows would name the recipient
 * @param recipients how many parties were counted as candidates; nothing where the entry is silent
 * @param demanded from how many rows the recipient must be nameable, for each condition that the
 *     policy demanded
 * @param honey how many honey customers stand in the copy
 * @param twins who else held exactly the same people; nothing where the entry is silent
 * @param separatedBy what would tell their copies apart: {@code marks}, {@code honey}
 */
public record Forecast(
    Instant planned,
    long asOf,
    Map<FieldClass, Form> forms,
    RowsToName rows,
    OptionalInt recipients,
    Map<LeakCondition, Integer> demanded,
    int honey,
    Optional<Twins> twins,
    List<String> separatedBy) {
  /** Copies the collections. */
  public Forecast {
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    demanded = Map.copyOf(demanded);
    separatedBy = List.copyOf(separatedBy);
  }

  /**
   * What the entry of a request says, or that of a disclosure in an emergency; nothing where it was
   * recorded before requests said what they would expose.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static Optional<Forecast> in(Entry entry) {
    return ForecastLines.read(entry);
  }

  /** Whether the recipient would be named as early as the policy demanded. */
  public boolean meetsDemand() {
    return rows.meets(demanded);
  }
}
