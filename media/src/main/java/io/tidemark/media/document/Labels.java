package io.tidemark.media.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Parts lines into labels and what follows them. A label at the beginning of a line may be misread
 * in one character of three; within a line it must stand exactly.
 */
final class Labels {
  private static final String JOINTS = ":：.。,，、 |";
  private static final int WITHIN = 3;
  private static final List<Label> ALL =
      Arrays.stream(Entry.values())
          .flatMap(entry -> entry.labels().stream().map(text -> new Label(entry, text)))
          .sorted(Comparator.comparingInt((Label label) -> -label.text().length()))
          .toList();

  private Labels() {}

  /** A label as it is printed. */
  private record Label(Entry entry, String text) {}

  /** A label that was found, from one character up to another. */
  private record Spot(Entry entry, int from, int to) {}

  /** A label and where it stands; what follows it in its line, where something does. */
  record Labelled(Entry entry, Piece label, Optional<Piece> value) {}

  /** What stands before the first label of a line; all of it where it has none. */
  static Optional<Piece> before(Piece line) {
    List<Spot> spots = spots(line.text());
    if (spots.isEmpty()) {
      return Optional.of(line);
    }
    int end = spots.get(0).from();
    return end == 0 ? Optional.empty() : Optional.of(line.part(0, end));
  }

  /** The labels of a line, in order; none where it has none. */
  static List<Labelled> in(Piece line) {
    String text = line.text();
    List<Spot> spots = spots(text);
    List<Labelled> labelled = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      int end = i + 1 < spots.size() ? spots.get(i + 1).from() : text.length();
      int from = spot.to();
      while (from < end && JOINTS.indexOf(text.charAt(from)) >= 0) {
        from++;
      }
      Optional<Piece> value = from < end ? Optional.of(line.part(from, end)) : Optional.empty();
      labelled.add(new Labelled(spot.entry(), line.part(spot.from(), spot.to()), value));
    }
    return labelled;
  }

  private static List<Spot> spots(String text) {
    List<Spot> spots = new ArrayList<>();
    Optional<Spot> first = beginning(text);
    int at = first.map(Spot::to).orElse(0);
    first.ifPresent(spots::add);
    while (at < text.length()) {
      Optional<Spot> next = exactly(text, at);
      next.ifPresent(spots::add);
      at = next.map(Spot::to).orElse(at + 1);
    }
    return spots;
  }

  private static Optional<Spot> exactly(String text, int at) {
    for (Label label : ALL) {
      boolean certain = label.text().length() >= WITHIN || parted(text, at);
      if (certain && text.startsWith(label.text(), at)) {
        return Optional.of(new Spot(label.entry(), at, at + label.text().length()));
      }
    }
    return Optional.empty();
  }

  /**
   * Two characters are a label within a line only where something parts them from what precedes.
   */
  private static boolean parted(String text, int at) {
    return at == 0 || text.charAt(at - 1) < '\u4e00';
  }

  private static Optional<Spot> beginning(String text) {
    Optional<Spot> exact = exactly(text, 0);
    if (exact.isPresent()) {
      return exact;
    }
    for (Label label : ALL) {
      int length = label.text().length();
      if (length >= WITHIN && text.length() >= length) {
        int wrong = 0;
        for (int i = 0; i < length; i++) {
          wrong += label.text().charAt(i) == text.charAt(i) ? 0 : 1;
        }
        if (wrong <= length / 3) {
          return Optional.of(new Spot(label.entry(), 0, length));
        }
      }
    }
    return text.length() == 2 && (text.charAt(0) == '姓' || text.equals("性名"))
        ? Optional.of(new Spot(Entry.NAME, 0, 2))
        : Optional.empty();
  }
}
