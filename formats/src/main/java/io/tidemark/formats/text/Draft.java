package io.tidemark.formats.text;

import io.tidemark.formats.text.Piece.Sureness;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row in the making: parts of one sender that complete each other. It holds at most {@link
 * #MOST_PARTS} parts and {@link #MOST_TEXT} characters more than one part. Not thread-safe.
 */
final class Draft {
  /** Parts of one row. */
  static final int MOST_PARTS = 10;

  /** Characters of one row, unless a single part is longer. */
  static final int MOST_TEXT = 4_000;

  /** Parts without a number that are kept before the first number or behind the last. */
  static final int MOST_WITHOUT_NUMBER = 4;

  private final List<Part> shared;
  private final List<Part> own = new ArrayList<>();
  private final Map<FieldClass, PersonalText> numbers = new EnumMap<>(FieldClass.class);
  private int behindLastNumber;
  private int characters;
  private long lastLine;

  /** A row that may begin with {@code shared}, which the row before may end with. */
  Draft(List<Part> shared) {
    this.shared = List.copyOf(shared);
    shared.forEach(part -> characters += part.text().length());
  }

  long lastLine() {
    return lastLine;
  }

  /** Whether {@code part} may be about the same person. */
  boolean takes(Part part) {
    return own.isEmpty()
        || (own.size() + shared.size() < MOST_PARTS
            && characters + part.text().length() <= MOST_TEXT
            && behindLastNumber < MOST_WITHOUT_NUMBER
            && !(numbers.isEmpty() && named() && own.size() >= MOST_WITHOUT_NUMBER)
            && !contradicts(part));
  }

  private boolean contradicts(Part part) {
    boolean otherNumber =
        part.pieces().stream()
            .filter(Piece::identifies)
            .anyMatch(
                piece -> !numbers.getOrDefault(piece.kind(), piece.value()).equals(piece.value()));
    return otherNumber || anotherName(part);
  }

  /** A surname told another surname; between two lists of names without numbers, any other name. */
  private boolean anotherName(Part part) {
    Optional<Piece> mine = name();
    Optional<Piece> theirs = part.first(FieldClass.NAME);
    if (mine.isEmpty() || theirs.isEmpty()) {
      return false;
    }
    boolean sure = sure(mine.get()) && sure(theirs.get());
    boolean bare =
        numbers.isEmpty() && !part.numbered() && whole(mine.get()) && whole(theirs.get());
    return (sure && surname(mine.get()) != surname(theirs.get()))
        || (bare && !mine.get().value().equals(theirs.get().value()));
  }

  private Optional<Piece> name() {
    return own.stream().flatMap(part -> part.first(FieldClass.NAME).stream()).findFirst();
  }

  private static boolean sure(Piece name) {
    boolean nickname = "老小".indexOf(surname(name)) >= 0;
    return name.sureness() != Sureness.LIKELY && !nickname;
  }

  private static boolean whole(Piece name) {
    return name.sureness() != Sureness.BEGINNING;
  }

  private static char surname(Piece name) {
    return name.value().reveal(Reveal.TRACE).charAt(0);
  }

  void add(Part part) {
    own.add(part);
    lastLine = part.line();
    characters += part.text().length();
    part.pieces().stream()
        .filter(Piece::identifies)
        .forEach(piece -> numbers.putIfAbsent(piece.kind(), piece.value()));
    behindLastNumber = part.numbered() || numbers.isEmpty() ? 0 : behindLastNumber + 1;
    if (numbers.isEmpty() && own.size() > MOST_WITHOUT_NUMBER) {
      characters -= own.remove(0).text().length();
    }
  }

  /**
   * What stands behind the last number, which may belong to the next row as well; nothing where the
   * row ended because it was full.
   */
  List<Part> tail() {
    return numbers.isEmpty()
        ? List.of()
        : List.copyOf(own.subList(own.size() - behindLastNumber, own.size()));
  }

  /** The row; empty when nothing in it could find anybody. */
  Optional<LooseRow> row() {
    if (numbers.isEmpty() && !named()) {
      return Optional.empty();
    }
    String whole =
        Stream.concat(shared.stream(), own.stream())
            .map(Part::text)
            .collect(Collectors.joining("\n"));
    List<Piece> pieces =
        Stream.concat(own.stream(), shared.stream())
            .flatMap(part -> part.pieces().stream())
            .toList();
    return Optional.of(new LooseRow(own.get(0).line(), pieces, PersonalText.of(whole)));
  }

  private boolean named() {
    return own.stream()
        .flatMap(part -> part.pieces().stream())
        .anyMatch(piece -> piece.kind() == FieldClass.NAME && whole(piece));
  }
}
