package io.tidemark.formats.settings;

import io.tidemark.authorise.AliasTerms;
import io.tidemark.authorise.CallTerms;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how alias numbers live on, and whose calls to them go through.
 *
 * @param purposes those that the file names
 */
record AliasReader(Set<String> purposes) {
  AliasTerms read(Section file) {
    return file.value("aliases").map(this::read).orElse(AliasTerms.USUAL);
  }

  private AliasTerms read(Value value) {
    Section section = Section.of(value, "rest_days", "calls?");
    int rest =
        section
            .read("rest_days", number -> number.number(AliasTerms.LEAST))
            .orElse(AliasTerms.LEAST);
    return new AliasTerms(rest, section.value("calls").map(this::calls).orElse(CallTerms.USUAL));
  }

  private CallTerms calls(Value value) {
    Section section = Section.of(value, "usual", "purposes?", "others", "keep_days", "probes");
    CallTerms.Rule usual = section.read("usual", AliasReader::rule).orElse(CallTerms.USUAL.usual());
    CallTerms.Others others =
        section
            .read(
                "others",
                one ->
                    one.named(
                        CallTerms.Others::named,
                        "处置；可用：reject, announce, forward",
                        "way to treat them; there are: reject, announce, forward"))
            .orElse(CallTerms.USUAL.others());
    int days =
        section
            .read("keep_days", number -> number.number(AliasTerms.LEAST))
            .orElse(AliasTerms.LEAST);
    boolean probes = section.read("probes", Value::flag).orElse(false);
    return new CallTerms(
        usual, section.value("purposes").map(this::rules).orElse(Map.of()), others, days, probes);
  }

  private Map<String, CallTerms.Rule> rules(Value value) {
    Map<String, CallTerms.Rule> rules = new LinkedHashMap<>();
    for (Value.Entry entry : value.entries()) {
      Optional<String> purpose = Purposes.known(purposes, entry.name());
      Optional<CallTerms.Rule> rule = rule(entry.value());
      purpose.ifPresent(known -> rule.ifPresent(one -> rules.put(known, one)));
    }
    return rules;
  }

  private static Optional<CallTerms.Rule> rule(Value value) {
    Section section = Section.of(value, "from", "until", "per_day", "in_all", "callers");
    Optional<LocalTime> from = section.read("from", AliasReader::hour);
    Optional<LocalTime> until = section.read("until", AliasReader::hour);
    Optional<Integer> perDay = section.read("per_day", number -> number.number(1));
    Optional<Integer> inAll = section.read("in_all", number -> number.number(1));
    Optional<Boolean> one = section.read("callers", AliasReader::oneNumber);
    if (from.isEmpty() || until.isEmpty() || perDay.isEmpty() || inAll.isEmpty() || one.isEmpty()) {
      return Optional.empty();
    }
    if (!CallTerms.Rule.fits(from.get(), until.get()) || inAll.get() < perDay.get()) {
      value.fault(
          value.key(),
          "时段应在同一天内（until 写 \"00:00\" 为到午夜），in_all 不小于 per_day",
          "hours lie within one day (until \"00:00\" is midnight), and in_all is not below per_day");
      return Optional.empty();
    }
    return Optional.of(
        new CallTerms.Rule(from.get(), until.get(), perDay.get(), inAll.get(), one.get()));
  }

  private static Optional<Boolean> oneNumber(Value value) {
    return value.named(
        name ->
            switch (name) {
              case "any" -> Optional.of(false);
              case "one" -> Optional.of(true);
              default -> Optional.empty();
            },
        "主叫；可用：any, one",
        "kind of callers; there are: any, one");
  }

  private static Optional<LocalTime> hour(Value value) {
    try {
      return value.text().map(LocalTime::parse);
    } catch (DateTimeException e) {
      value.fault(
          value.key(), "这里应写时刻，如 \"09:00\"", "a time of day such as \"09:00\" was expected here");
      return Optional.empty();
    }
  }
}
