package io.tidemark.formats.settings;

import io.tidemark.authorise.AliasTerms;
import io.tidemark.authorise.Retention;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads how long the home keeps what it has. A file that speaks of it names every purpose: one that
 * was forgotten must not let data go early.
 *
 * @param purposes those that the file names
 */
record RetentionReader(Set<String> purposes) {
  Retention read(Section file) {
    return file.value("retention").map(this::read).orElse(Retention.SILENT);
  }

  private Retention read(Value value) {
    Section section = Section.of(value, "provision_years?", "at?", "call_reports_days?", "days");
    int years =
        section
            .read("provision_years", number -> number.number(Retention.LEAST_YEARS))
            .orElse(Retention.LEAST_YEARS);
    Optional<LocalTime> at = section.read("at", RetentionReader::hour);
    int reports =
        section
            .read("call_reports_days", number -> number.number(AliasTerms.LEAST))
            .orElse(AliasTerms.LEAST);
    Map<String, Integer> days = section.value("days").map(this::days).orElse(Map.of());
    return new Retention(days, years, at, reports);
  }

  private static Optional<LocalTime> hour(Value value) {
    try {
      return value.text().map(LocalTime::parse);
    } catch (DateTimeException e) {
      value.fault(
          value.key(), "这里应写时刻，如 \"03:00\"", "a time of day such as \"03:00\" was expected here");
      return Optional.empty();
    }
  }

  private Map<String, Integer> days(Value value) {
    Map<String, Integer> days = new LinkedHashMap<>();
    for (Value.Entry entry : value.entries()) {
      Optional<String> purpose = Purposes.known(purposes, entry.name());
      Optional<Integer> number = entry.value().number(0);
      purpose.ifPresent(known -> number.ifPresent(some -> days.put(known, some)));
    }
    Set<String> forgotten = new TreeSet<>(purposes);
    forgotten.removeAll(days.keySet());
    if (!forgotten.isEmpty()) {
      String all = String.join(", ", forgotten);
      value.fault(all, "没有写这些目的保存多久", "how long is kept for these purposes is missing");
    }
    return days;
  }
}
