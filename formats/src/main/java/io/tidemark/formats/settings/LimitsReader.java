package io.tidemark.formats.settings;

import io.tidemark.authorise.Hours;
import io.tidemark.authorise.Limits;
import io.tidemark.authorise.Quota;
import io.tidemark.terms.Channel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the channels, first day, hours and quota of a grant; each may be silent. */
final class LimitsReader {
  private static final Pattern HOURS =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])");

  private LimitsReader() {}

  static Limits read(Section grant, Optional<LocalDate> until) {
    Optional<LocalDate> from = grant.read("from", Value::date);
    if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
      grant
          .value("from")
          .ifPresent(
              value ->
                  value.fault(
                      from.get().toString(), "第一天晚于最后一天", "the first day lies after the last"));
    }
    return new Limits(
        channels(grant),
        from,
        grant.read("hours", LimitsReader::hours),
        grant.read("quota", LimitsReader::quota));
  }

  /** The channels that are listed; none where the section is silent. */
  static Set<Channel> channels(Section section) {
    return section
        .value("channels")
        .map(value -> value.distinct(LimitsReader::channel))
        .orElse(Set.of());
  }

  private static Optional<Channel> channel(Value value) {
    String all = Arrays.stream(Channel.values()).map(Channel::id).collect(Collectors.joining(", "));
    return value.named(Channel::named, "渠道；可用：" + all, "channel; there are: " + all);
  }

  private static Optional<Hours> hours(Value value) {
    Optional<Matcher> times = value.text().map(HOURS::matcher).filter(Matcher::matches);
    Optional<Hours> hours =
        times
            .filter(t -> !(t.group(1) + t.group(2)).equals(t.group(3) + t.group(4)))
            .map(t -> new Hours(time(t, 1), time(t, 3)));
    if (hours.isEmpty()) {
      value.fault(
          value.key(), "这里应写时段，如 08:00-20:00", "hours such as 08:00-20:00 were expected here");
    }
    return hours;
  }

  private static LocalTime time(Matcher times, int group) {
    return LocalTime.of(
        Integer.parseInt(times.group(group)), Integer.parseInt(times.group(group + 1)));
  }

  private static Optional<Quota> quota(Value value) {
    Section quota = Section.of(value, "people", "days");
    Optional<Integer> people = quota.read("people", number -> number.number(1));
    Optional<Integer> days = quota.read("days", number -> number.number(1));
    return people.isEmpty() || days.isEmpty()
        ? Optional.empty()
        : Optional.of(new Quota(people.get(), days.get()));
  }
}
