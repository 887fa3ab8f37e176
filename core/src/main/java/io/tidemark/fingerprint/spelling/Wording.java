package io.tidemark.fingerprint.spelling;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the one place where a carrier's interchangeable words stand in their context. */
final class Wording implements Slot.Rule {
  private final Carrier carrier;
  private final Pattern pattern;

  /** The words of this carrier's entry; the longest that fits at a place counts, and no other. */
  Wording(Carrier carrier) {
    Entry entry = carrier.entry();
    String words =
        entry.groups().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?>", ")"));
    this.carrier = carrier;
    this.pattern = Pattern.compile(entry.before() + words + entry.behind());
  }

  @Override
  public @Nullable Slot find(String text) {
    Matcher place = pattern.matcher(text);
    if (!place.find()) {
      return null;
    }
    Slot slot = new Slot(carrier, place.start(), place.end(), group(place.group()));
    return place.find() ? null : slot;
  }

  private List<String> group(String word) {
    return carrier.entry().groups().stream()
        .filter(group -> group.contains(word))
        .findFirst()
        .orElseThrow();
  }
}
