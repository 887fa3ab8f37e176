package io.tidemark.formats.text;

import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of a line that speaks of one person at most: the whole line, unless it has two numbers of
 * one kind. What stands between the last number of one person and the first of the next may be
 * about either, so both have it in their text.
 */
record Part(long line, List<Piece> pieces, String text) {
  Part {
    pieces = List.copyOf(pieces);
  }

  /** The parts of a line; one when it speaks of one person or of nobody. */
  static List<Part> of(long line, String text) {
    List<Piece> pieces = PieceFinder.find(text);
    List<List<Piece>> people = people(pieces);
    if (people.size() < 2) {
      return List.of(new Part(line, pieces, text));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      int from = i == 0 ? 0 : lastNumber(people.get(i - 1)).to();
      int to = i + 1 == people.size() ? text.length() : firstNumber(people.get(i + 1)).from();
      parts.add(new Part(line, people.get(i), text.substring(from, to)));
    }
    return parts;
  }

  /** A number of a kind that the person already has, with another value, begins the next one. */
  private static List<List<Piece>> people(List<Piece> pieces) {
    List<List<Piece>> people = new ArrayList<>();
    List<Piece> person = new ArrayList<>();
    Map<FieldClass, Piece> numbers = new EnumMap<>(FieldClass.class);
    for (Piece piece : pieces) {
      if (piece.identifies()) {
        Piece known = numbers.get(piece.kind());
        if (known != null && !known.value().equals(piece.value())) {
          people.add(person);
          person = waiting(person);
          numbers.clear();
        }
        numbers.putIfAbsent(piece.kind(), piece);
      }
      person.add(piece);
    }
    people.add(person);
    return people;
  }

  /** A second name or date behind somebody's last number is the next one's: taken from there. */
  private static List<Piece> waiting(List<Piece> person) {
    List<Piece> next = new ArrayList<>();
    int end = lastNumber(person).to();
    for (Piece piece : List.copyOf(person)) {
      boolean second =
          person.stream()
              .anyMatch(other -> other.kind() == piece.kind() && other.from() < piece.from());
      if (!piece.identifies() && piece.from() >= end && second) {
        next.add(piece);
      }
    }
    person.removeAll(next);
    return next;
  }

  private static Piece firstNumber(List<Piece> person) {
    return person.stream().filter(Piece::identifies).findFirst().orElseThrow();
  }

  private static Piece lastNumber(List<Piece> person) {
    return person.stream().filter(Piece::identifies).reduce((a, b) -> b).orElseThrow();
  }

  boolean numbered() {
    return pieces.stream().anyMatch(Piece::identifies);
  }

  /** Its first piece of this kind. */
  Optional<Piece> first(FieldClass kind) {
    return pieces.stream().filter(piece -> piece.kind() == kind).findFirst();
  }
}
