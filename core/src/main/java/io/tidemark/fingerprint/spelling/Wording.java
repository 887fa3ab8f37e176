package io.tidemark.fingerprint.spelling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one place where a carrier's interchangeable words stand in their context. The pattern
 * is asked only where one of the words begins.
 */
final class Wording implements Slot.Rule {
  private final Carrier carrier;
  private final Pattern pattern;

  /** Each word with the words that can stand in its place. */
  private final Map<String, List<String>> groups = new HashMap<>();

  /** What the words begin with, each character once. */
  private final char[] first;

  /** The words of this carrier's entry; the longest that fits at a place counts, and no other. */
  Wording(Carrier carrier) {
    Entry entry = carrier.entry();
    entry.groups().forEach(group -> group.forEach(word -> groups.putIfAbsent(word, group)));
    this.carrier = carrier;
    this.pattern = pattern(entry);
    this.first =
        groups.keySet().stream()
            .map(word -> word.substring(0, 1))
            .distinct()
            .collect(Collectors.joining())
            .toCharArray();
  }

  static Pattern pattern(Entry entry) {
    String words =
        entry.groups().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?>", ")"));
    return Pattern.compile(entry.before() + words + entry.behind());
  }

  @Override
  public @Nullable Slot find(String text) {
    Matcher place = null;
    Slot only = null;
    for (int at = 0; at < text.length(); at++) {
      if (!begins(text.charAt(at))) {
        continue;
      }
      if (place == null) {
        place = pattern.matcher(text).useTransparentBounds(true);
      }
      if (place.region(at, text.length()).lookingAt()) {
        if (only != null) {
          return null;
        }
        only = new Slot(carrier, at, place.end(), group(place.group()));
        at = place.end() - 1;
      }
    }
    return only;
  }

  private boolean begins(char character) {
    for (char one : first) {
      if (one == character) {
        return true;
      }
    }
    return false;
  }

  private List<String> group(String word) {
    List<String> group = groups.get(word);
    if (group == null) {
      throw new IllegalStateException("the pattern finds words of its groups only");
    }
    return group;
  }
}
