package io.tidemark.media.document;

import io.tidemark.media.document.Beam.Spelt;
import io.tidemark.media.ocr.Reader;
import io.tidemark.media.ocr.Reading;
import io.tidemark.media.ocr.Reading.Glyph;
import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Decoded.Picture;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the value of a field. Where the first reading is unsure, or its check digit does not hold,
 * the place is looked at again, a little larger and a little smaller, and the surest counts.
 */
final class Deciphering {
  private static final double SURE = .93;
  private static final double CLEAR = .8;
  private static final double LEAST = .25;
  private static final double SHAPE_ALONE = .6;
  private static final double[] LOOKS = {.07, -.07, .16};
  private static final double[] LONGER = {.8, 1.6};

  private final Reader reader;
  private final Picture picture;

  Deciphering(Reader reader, Picture picture) {
    this.reader = reader;
    this.picture = picture;
  }

  /** A field of these lines, where they make one. */
  Optional<Field> field(Entry entry, List<Piece> lines, boolean labelled) {
    Piece first = lines.get(0);
    return entry
        .spelling()
        .map(spelling -> spelt(entry, spelling, first, labelled))
        .orElseGet(() -> free(entry, lines));
  }

  /** One of several looks at the same place. */
  private record Look(Reading reading, Spelt spelt) {
    private double worth() {
      return spelt.surety() + (spelt.checked() ? 1 : 0);
    }
  }

  private Optional<Field> spelt(Entry entry, Spelling spelling, Piece piece, boolean labelled) {
    if (!labelled && !spelling.mayBe(piece.text())) {
      return Optional.empty();
    }
    Optional<Spelt> first = Beam.read(piece.reading(), spelling);
    if (!labelled && first.filter(spelt -> spelt.surety() >= SHAPE_ALONE).isEmpty()) {
      return Optional.empty();
    }
    List<Look> looks = new ArrayList<>();
    first.ifPresent(spelt -> looks.add(new Look(piece.reading(), spelt)));
    if (first.filter(spelt -> sure(spelling, spelt)).isEmpty()) {
      for (Reading again : again(piece.place(), first.isEmpty())) {
        Beam.read(again, spelling).ifPresent(spelt -> looks.add(new Look(again, spelt)));
      }
    }
    return looks.stream()
        .reduce((one, other) -> other.worth() > one.worth() ? other : one)
        .filter(look -> look.spelt().surety() >= LEAST)
        .map(look -> field(entry, spelling, piece, look.reading(), look.spelt(), labelled));
  }

  /**
   * A field as this look shows it. Where only its check digit speaks for some character, what was
   * read is kept beside it; and where each sign of that was clear, it is the value: papers have
   * wrong check digits too.
   */
  static Field field(
      Entry entry, Spelling spelling, Piece piece, Reading look, Spelt spelt, boolean labelled) {
    String taken = spelt.text();
    String read = Repairs.plain(look);
    boolean bent =
        !read.equals(taken)
            && spelt.checked()
            && read.length() == taken.length()
            && spelling.spells(read);
    boolean clear = bent && least(look) >= CLEAR;
    return new Field(
        entry,
        PersonalText.of(clear ? read : taken),
        piece.place(),
        spelt.surety(),
        spelt.checked() && !clear,
        labelled,
        Repairs.between(piece, look, clear ? read : taken, spelling),
        bent ? Optional.of(PersonalText.of(clear ? taken : read)) : Optional.empty());
  }

  private static boolean sure(Spelling spelling, Spelt spelt) {
    return spelt.surety() >= SURE && (spelt.checked() || !spelling.checked());
  }

  /** Other looks at a place; where characters are missing, also beyond its ends. */
  private List<Reading> again(Box place, boolean lacking) {
    List<Box> looks = new ArrayList<>();
    if (lacking) {
      for (double by : LONGER) {
        looks.add(place.grown(by * place.thickness(), 0));
      }
    }
    for (double by : LOOKS) {
      looks.add(place.grown(by * place.thickness(), by * place.thickness()));
    }
    return reader.again(picture, looks);
  }

  private Optional<Field> free(Entry entry, List<Piece> lines) {
    StringBuilder text = new StringBuilder();
    List<Repair> repairs = new ArrayList<>();
    double surety = 1;
    for (Piece line : lines) {
      Reading best = entry == Entry.NAME ? surest(line) : line.reading();
      String read = cleaned(entry, best);
      if (best != line.reading()) {
        repairs.addAll(Repairs.differences(cleaned(entry, line.reading()), read, text.length()));
      }
      text.append(read);
      surety = Math.min(surety, best.confidence());
    }
    return text.length() == 0
        ? Optional.empty()
        : Optional.of(
            new Field(
                entry,
                PersonalText.of(text.toString()),
                lines.get(0).place(),
                surety,
                false,
                true,
                repairs,
                Optional.empty()));
  }

  private Reading surest(Piece line) {
    Reading best = line.reading();
    if (least(best) < SURE) {
      for (Reading again : again(line.place(), false)) {
        best = least(again) > least(best) && cleaned(Entry.NAME, again).length() > 1 ? again : best;
      }
    }
    return best;
  }

  private static double least(Reading reading) {
    return reading.glyphs().stream().mapToDouble(Glyph::confidence).min().orElse(0);
  }

  /** Spaces go; names have characters only, engines capital letters and digits. */
  private static String cleaned(Entry entry, Reading reading) {
    StringBuilder text = new StringBuilder();
    for (Glyph glyph : reading.glyphs()) {
      char c = glyph.symbol().charAt(0);
      boolean stays =
          switch (entry) {
            case NAME -> Character.isIdeographic(c) || c == '·';
            case ENGINE_NUMBER, POLICY_NUMBER -> c < 128 && Character.isLetterOrDigit(c);
            default -> !Character.isWhitespace(c);
          };
      if (stays) {
        text.append(entry == Entry.ENGINE_NUMBER ? Character.toUpperCase(c) : c);
      }
    }
    return text.toString();
  }
}
