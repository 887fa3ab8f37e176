package io.tidemark.media.document;

import io.tidemark.media.document.Labels.Labelled;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which value belongs to which label. A value stands in the label's line, or begins to the right of
 * it at about its height with no other label between: forms are printed first and filled in later,
 * not quite in place.
 */
final class Layout {
  private static final double HIGHER = .85;
  private static final double ACROSS = 3;
  private static final double INDENT = 2;
  private static final double NEXT_LINE = 1.9;

  private final Box page;
  private final List<Labelled> labels = new ArrayList<>();
  private final List<Piece> values = new ArrayList<>();

  private Layout(Box page) {
    this.page = page;
  }

  /** The layout of these lines. */
  static Layout of(List<TextLine> lines) {
    double dx = 0;
    double dy = 0;
    for (TextLine line : lines) {
      dx += line.place().ux() * line.place().length();
      dy += line.place().uy() * line.place().length();
    }
    double length = Math.max(Math.hypot(dx, dy), 1e-9);
    Layout layout = new Layout(new Box(0, 0, dx / length, dy / length, 1, 1));
    for (TextLine line : lines) {
      Piece piece = Piece.of(line);
      layout.labels.addAll(Labels.in(piece));
      Labels.before(piece).filter(one -> !translated(one.text())).ifPresent(layout.values::add);
    }
    return layout;
  }

  /** Letters without a digit are the label's English. */
  private static boolean translated(String text) {
    return text.chars().allMatch(c -> c < 128 && (c < '0' || c > '9'));
  }

  List<Labelled> labels() {
    return labels;
  }

  /** Lines without a label, and what precedes one in its line. */
  List<Piece> values() {
    return values;
  }

  /** The parts of a label's value, from the first line to the last; none where it has none. */
  List<Piece> valueOf(Labelled labelled) {
    Optional<Piece> first = labelled.value().or(() -> beside(labelled.label()));
    if (first.isEmpty() || labelled.entry() != Entry.ADDRESS) {
      return first.stream().toList();
    }
    List<Piece> parts = new ArrayList<>(List.of(first.get()));
    for (Optional<Piece> next = below(first.get(), labelled.label());
        next.isPresent();
        next = below(next.get(), labelled.label())) {
      parts.add(next.get());
    }
    return parts;
  }

  private Optional<Piece> beside(Piece label) {
    double end = label.end(page);
    return values.stream()
        .filter(value -> level(label, value) && value.begin(page) > end - label.place().thickness())
        .min(Comparator.comparingDouble(value -> far(label, value)))
        .filter(value -> !anotherBetween(label, value));
  }

  private boolean level(Piece label, Piece value) {
    double most = HIGHER * Math.max(value.place().thickness(), label.place().thickness());
    return Math.abs(value.across(page) - label.across(page)) < most;
  }

  private double far(Piece label, Piece value) {
    return value.begin(page)
        - label.end(page)
        + ACROSS * Math.abs(value.across(page) - label.across(page));
  }

  private boolean anotherBetween(Piece label, Piece value) {
    return labels.stream()
        .map(Labelled::label)
        .anyMatch(
            other ->
                other != label
                    && level(label, other)
                    && other.begin(page) > label.end(page) - label.place().thickness()
                    && other.begin(page) < value.begin(page));
  }

  /** The next line of an address: right below, and beginning where this one does. */
  private Optional<Piece> below(Piece line, Piece label) {
    double thickness = line.place().thickness();
    return values.stream()
        .filter(
            next -> {
              double down = next.across(page) - line.across(page);
              return down > thickness / 2
                  && down < NEXT_LINE * thickness
                  && Math.abs(next.begin(page) - line.begin(page)) < INDENT * thickness
                  && next.begin(page) > label.end(page) - thickness;
            })
        .min(Comparator.comparingDouble(next -> next.across(page)))
        .filter(next -> labels.stream().noneMatch(other -> owns(other.label(), next)));
  }

  /** Whether a label at the same height claims that line. */
  private boolean owns(Piece label, Piece line) {
    return level(label, line) && label.end(page) < line.begin(page) + label.place().thickness();
  }
}
