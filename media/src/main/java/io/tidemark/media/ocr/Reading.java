package io.tidemark.media.ocr;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the recogniser sees in one line, step by step from its beginning to its end: the likeliest
 * characters of each step, "none" (the empty text) among them. Immutable, thread-safe; {@link
 * #toString} hides the text.
 */
public final class Reading {
  /** How many characters are kept of each step. */
  public static final int KEPT = 8;

  private final int steps;
  private final short[] numbers;
  private final float[] shares;
  private final List<Glyph> glyphs;

  private Reading(int steps, short[] numbers, float[] shares) {
    this.steps = steps;
    this.numbers = numbers;
    this.shares = shares;
    this.glyphs = decoded();
  }

  /**
   * The likeliest of each step.
   *
   * @param values a probability for each character of the alphabet, step by step
   * @param from where the line's values begin
   * @param steps how many it has
   */
  static Reading of(FloatBuffer values, int from, int steps) {
    short[] numbers = new short[steps * KEPT];
    float[] shares = new float[steps * KEPT];
    int size = Alphabet.size();
    for (int step = 0; step < steps; step++) {
      int base = step * KEPT;
      for (int number = 0; number < size; number++) {
        float share = values.get(from + step * size + number);
        int place = base + KEPT - 1;
        if (share > shares[place]) {
          while (place > base && shares[place - 1] < share) {
            shares[place] = shares[place - 1];
            numbers[place] = numbers[place - 1];
            place--;
          }
          shares[place] = share;
          numbers[place] = (short) number;
        }
      }
    }
    return new Reading(steps, numbers, shares);
  }

  /**
   * One character of the likeliest text.
   *
   * @param symbol the character
   * @param confidence from 0 to 1
   * @param at where its middle stands, as a share of the line's length
   */
  public record Glyph(String symbol, double confidence, double at) {
    @Override
    public String toString() {
      return "Glyph[" + confidence + ", " + at + "]";
    }
  }

  /** The likeliest text's characters: equal neighbours are one unless "none" parts them. */
  private List<Glyph> decoded() {
    List<Glyph> decoded = new ArrayList<>();
    for (int step = 0; step < steps; ) {
      int number = numbers[step * KEPT];
      int end = step;
      float best = 0;
      while (end < steps && numbers[end * KEPT] == number) {
        best = Math.max(best, shares[end * KEPT]);
        end++;
      }
      if (number != Alphabet.BLANK) {
        decoded.add(new Glyph(Alphabet.symbol(number), best, (step + end) / 2.0 / steps));
      }
      step = end;
    }
    return List.copyOf(decoded);
  }

  /** What it sees between two shares of the line's length. */
  public Reading part(double from, double to) {
    int first = Math.max(0, (int) Math.round(from * steps));
    int end = Math.min(steps, Math.max(first + 1, (int) Math.round(to * steps)));
    return new Reading(
        end - first,
        Arrays.copyOfRange(numbers, first * KEPT, end * KEPT),
        Arrays.copyOfRange(shares, first * KEPT, end * KEPT));
  }

  /** How many steps there are. */
  public int steps() {
    return steps;
  }

  /** The {@code rank}-th likeliest character of a step, from 0; empty for none. */
  public String symbol(int step, int rank) {
    return Alphabet.symbol(numbers[step * KEPT + rank]);
  }

  /** How likely it is. */
  public double share(int step, int rank) {
    return shares[step * KEPT + rank];
  }

  /** The characters of the likeliest text. */
  public List<Glyph> glyphs() {
    return glyphs;
  }

  /** The mean confidence of its characters, 0 where there are none. */
  public double confidence() {
    return glyphs.stream().mapToDouble(Glyph::confidence).average().orElse(0);
  }

  /** The likeliest text. */
  String text() {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.symbol()));
    return text.toString();
  }

  @Override
  public String toString() {
    return "Reading[" + glyphs.size() + " characters]";
  }
}
