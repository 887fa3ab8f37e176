package io.tidemark.custody;

import io.tidemark.authorise.Permit;
import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.disclose.plan.Traceability;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.LeakCondition;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** How entries say what a release would expose; {@code docs/ledger-format.md} lists the keys. */
final class ForecastLines {
  private static final String NONE = "-";

  private ForecastLines() {}

  /** What was foreseen, in the entry of a request. */
  static Entry.Builder foreseen(
      Entry.Builder entry, Permit permit, Foreseen foreseen, Twins twins, long asOf) {
    Traceability traceability = foreseen.traceability();
    entry.line("forms", columns(permit)).line("as-of", asOf).line("honey", traceability.honey());
    rows(entry, traceability)
        .line("demanded", text(foreseen.demanded()))
        .line("identical", twins.count());
    if (twins.count() > 0) {
      entry.line("identical-to", String.join(" ", twins.named()));
    }
    return entry.line("separated-by", text(Twins.separatedBy(traceability)));
  }

  /** From how many rows the recipient is named, among how many. */
  static Entry.Builder rows(Entry.Builder entry, Traceability traceability) {
    Map<LeakCondition, Integer> rows = new EnumMap<>(LeakCondition.class);
    for (LeakCondition condition : LeakCondition.values()) {
      traceability.rowsToName().in(condition).ifPresent(number -> rows.put(condition, number));
    }
    return entry.line("rows-to-name", text(rows)).line("recipients", traceability.recipients());
  }

  /** The columns of a list in their order, each with its form. */
  static String columns(Permit permit) {
    return permit.forms().entrySet().stream()
        .map(column -> column.getKey() + "=" + column.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String text(Map<LeakCondition, Integer> rows) {
    return Arrays.stream(LeakCondition.values())
        .map(condition -> rows.containsKey(condition) ? String.valueOf(rows.get(condition)) : NONE)
        .collect(Collectors.joining(" "));
  }

  private static String text(List<String> words) {
    return words.isEmpty() ? NONE : String.join(" ", words);
  }

  static Optional<Forecast> read(Entry entry) {
    boolean released = entry.kind().equals("disclosure");
    return entry
        .value(released ? "columns" : "forms")
        .filter(forms -> entry.value("rows-to-name").isPresent())
        .map(forms -> read(entry, forms));
  }

  private static Forecast read(Entry entry, String forms) {
    Map<LeakCondition, Integer> rows = numbers(line(entry, "rows-to-name"));
    return new Forecast(
        Instant.parse(line(entry, "time")),
        Long.parseLong(line(entry, "as-of")),
        forms(forms),
        new RowsToName(
            number(rows, LeakCondition.AS_RELEASED),
            number(rows, LeakCondition.CLEANED),
            number(rows, LeakCondition.RETYPED),
            number(rows, LeakCondition.STANDARDISED)),
        entry.value("recipients").stream().mapToInt(Integer::parseInt).findFirst(),
        entry.value("demanded").map(ForecastLines::numbers).orElse(Map.of()),
        Integer.parseInt(line(entry, "honey")),
        entry.value("identical").map(Integer::valueOf).map(count -> twins(entry, count)),
        entry.value("separated-by").map(ForecastLines::words).orElse(List.of()));
  }

  private static String line(Entry entry, String key) {
    return entry
        .value(key)
        .orElseThrow(() -> new IllegalArgumentException("the entry has no line " + key));
  }

  private static Twins twins(Entry entry, int count) {
    return new Twins(
        entry.value("identical-to").map(ForecastLines::words).orElse(List.of()), count);
  }

  private static List<String> words(String text) {
    return text.equals(NONE) ? List.of() : List.of(text.split(" ", -1));
  }

  private static Map<FieldClass, Form> forms(String text) {
    Map<FieldClass, Form> forms = new LinkedHashMap<>();
    for (String column : words(text)) {
      String[] parts = column.split("=", 2);
      forms.put(FieldClass.valueOf(parts[0]), Form.valueOf(parts[parts.length - 1]));
    }
    return forms;
  }

  private static Map<LeakCondition, Integer> numbers(String text) {
    List<String> each = List.of(text.split(" ", -1));
    if (each.size() != LeakCondition.values().length) {
      throw new IllegalArgumentException("rows are given for each condition");
    }
    Map<LeakCondition, Integer> numbers = new EnumMap<>(LeakCondition.class);
    for (LeakCondition condition : LeakCondition.values()) {
      String number = each.get(condition.ordinal());
      if (!number.equals(NONE)) {
        numbers.put(condition, Integer.valueOf(number));
      }
    }
    return numbers;
  }

  private static OptionalInt number(Map<LeakCondition, Integer> rows, LeakCondition condition) {
    Integer number = rows.get(condition);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
