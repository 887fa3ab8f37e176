package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises every column of a table, the fields that are kept and the kinds that are not, by
 * heading, by content, or by what a person said. Immutable, thread-safe.
 *
 * <p>Each source has a weight and they add up as independent grounds do: {@code 1 - (1 - content)(1
 * - heading)}. A correction decides; content that is beyond doubt overrules a heading; a heading
 * whose values look like something else counts little.
 *
 * @param recognition of the fields
 * @param others the kinds beyond them
 */
public record ColumnKinds(ColumnRecognition recognition, List<OtherKind> others) {
  private static final double FAINT = 0.1;
  private static final double LOOKS_LIKE_IT = 0.5;
  private static final double EXACT_HEADING = 0.8;
  private static final double EMPTY_COLUMN = 0.6;
  private static final double WORD_IN_HEADING = 0.55;
  private static final double UNFIT = 0.3;

  /** Copies the list. */
  public ColumnKinds {
    others = List.copyOf(others);
  }

  private record Grounds(Kind kind, double confidence) {}

  /** One answer for each column of one table, in the same order. */
  public List<RecognisedColumn> recognise(List<NamedColumn> table) {
    List<ColumnProfile> profiles =
        recognition.profiles(
            table.stream().map(c -> new SampledColumn("", c.column().values())).toList());
    return IntStream.range(0, table.size())
        .mapToObj(i -> recognise(table.get(i), profiles.get(i)))
        .toList();
  }

  private RecognisedColumn recognise(NamedColumn column, ColumnProfile profile) {
    Optional<Grounds> content = content(profile);
    Optional<Kind> beyondDoubt = content.filter(this::unmistakable).map(Grounds::kind);
    Optional<Kind> meaning =
        column.meaning().or(() -> Heading.of(column.column().heading()).field().map(Kind::of));
    if (meaning.isEmpty()) {
      return content
          .map(
              g ->
                  new RecognisedColumn(
                      Optional.of(g.kind()), How.CONTENT, g.confidence(), none(), beyondDoubt))
          .orElse(RecognisedColumn.NOTHING);
    }
    Optional<Kind> other = beyondDoubt.filter(kind -> !kind.equals(meaning.get()));
    if (column.correction().isPresent()) {
      Optional<Kind> confirmed = column.correction().get().against();
      return new RecognisedColumn(
          meaning,
          How.CORRECTION,
          1,
          other.filter(kind -> !confirmed.equals(Optional.of(kind))),
          beyondDoubt);
    }
    if (other.isPresent()) {
      return new RecognisedColumn(
          other, How.CONTENT, content.get().confidence(), meaning, beyondDoubt);
    }
    return named(meaning.get(), column.meaning().isPresent(), profile, content, beyondDoubt);
  }

  private RecognisedColumn named(
      Kind meaning,
      boolean exact,
      ColumnProfile profile,
      Optional<Grounds> content,
      Optional<Kind> values) {
    double alike = alike(meaning, profile);
    boolean unlike =
        profile.filled() > 0
            && alike < FAINT
            && (content.filter(g -> g.confidence() >= LOOKS_LIKE_IT).isPresent()
                || meaning.field().filter(f -> !ColumnRecognition.LOOSE.contains(f)).isPresent());
    double weight = exact ? EXACT_HEADING : WORD_IN_HEADING;
    if (profile.filled() == 0) {
      weight = Math.min(weight, EMPTY_COLUMN);
    }
    double confidence = 1 - (1 - alike) * (1 - (unlike ? UNFIT : weight));
    How how = alike >= FAINT ? How.BOTH : How.HEADING;
    return new RecognisedColumn(Optional.of(meaning), how, confidence, none(), values);
  }

  private double alike(Kind kind, ColumnProfile profile) {
    return kind.field()
        .map(profile::confidence)
        .orElseGet(
            () ->
                others.stream()
                    .filter(other -> other.kind().equals(kind))
                    .mapToDouble(profile::confidence)
                    .max()
                    .orElse(0));
  }

  private Optional<Grounds> content(ColumnProfile profile) {
    Stream<Grounds> fields =
        Stream.of(FieldClass.values())
            .map(field -> new Grounds(Kind.of(field), profile.confidence(field)));
    Stream<Grounds> kinds =
        others.stream().map(other -> new Grounds(other.kind(), profile.confidence(other)));
    return Stream.concat(fields, kinds)
        .max(Comparator.comparingDouble(Grounds::confidence))
        .filter(grounds -> grounds.confidence() >= FAINT);
  }

  private boolean unmistakable(Grounds content) {
    boolean told =
        content.kind().field().filter(ColumnRecognition.UNMISTAKABLE::contains).isPresent()
            || others.stream().anyMatch(o -> o.luhn() && o.kind().equals(content.kind()));
    return told && content.confidence() >= ColumnRecognition.BEYOND_DOUBT;
  }

  private static Optional<Kind> none() {
    return Optional.empty();
  }
}
