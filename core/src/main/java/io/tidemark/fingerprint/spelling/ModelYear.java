package io.tidemark.fingerprint.spelling;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The model year between the series and the equipment of a vehicle: 大众朗逸 2021款 1.5L. What it is
 * stands in two regular expressions; texts of letters, digits and spaces, which nearly all are, are
 * read by hand to the same result (CatalogueTest compares them).
 */
final class ModelYear {
  static final Pattern FORM =
      Pattern.compile("(.{2,}?)[ \\u3000]*(?<![0-9])(?:20)?([0-9]{2})款[ \\u3000]*(\\S.*)");
  static final Pattern AFTER_LATIN =
      Pattern.compile("(.{2,}?[A-Za-z0-9])(?:[ \\u3000]+(?:20)?|20)([0-9]{2})款[ \\u3000]*(\\S.*)");

  private static final char YEAR = '款';
  private static final String CENTURY = "20";
  private static final int LEAST = 2;

  /** The spellings of each year of the century, behind a Latin letter or a digit and elsewhere. */
  private static final List<List<String>> GAPPED = years(" ");

  private static final List<List<String>> PLAIN = years("");

  private ModelYear() {}

  static @Nullable Slot find(String text) {
    if (text.indexOf(YEAR) < 0) {
      return null;
    }
    return isPlain(text) ? read(text) : matched(text);
  }

  /** Whether nothing in the text is a space but these two, or more or less than one character. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < ' '
          || character == '\u0085'
          || Character.isSurrogate(character)
          || Character.isWhitespace(character) && !isSpace(character)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Slot read(String text) {
    for (boolean latin : new boolean[] {true, false}) {
      for (int at = text.indexOf(YEAR); at >= 0; at = text.indexOf(YEAR, at + 1)) {
        int year = at - 2;
        if (year < LEAST || !isDigit(text, year) || !isDigit(text, year + 1)) {
          continue;
        }
        int equipment = afterSpaces(text, at + 1);
        int series = latin ? afterLatin(text, year) : anywhere(text, year);
        if (series >= LEAST && equipment < text.length()) {
          return slot(text, series, text.substring(year, at), equipment);
        }
      }
    }
    return null;
  }

  /** Where a series that ends in a Latin letter or a digit ends before this year, or -1. */
  private static int afterLatin(String text, int year) {
    boolean century = text.startsWith(CENTURY, year - 2);
    int gap = century ? year - 2 : year;
    int end = beforeSpaces(text, gap);
    boolean apart = century || end < gap;
    return apart && end > LEAST && isLatin(text.charAt(end - 1)) ? end : -1;
  }

  /** Where any series ends before this year, at least 2, or -1. */
  private static int anywhere(String text, int year) {
    int number = isDigit(text, year - 1) && text.startsWith(CENTURY, year - 2) ? year - 2 : year;
    return number < LEAST || isDigit(text, number - 1)
        ? -1
        : Math.max(LEAST, beforeSpaces(text, number));
  }

  private static @Nullable Slot matched(String text) {
    for (Pattern pattern : List.of(AFTER_LATIN, FORM)) {
      Matcher form = pattern.matcher(text);
      if (form.matches()) {
        int equipment = text.length() - form.group(3).stripLeading().length();
        return slot(text, form.end(1), form.group(2), equipment);
      }
    }
    return null;
  }

  private static Slot slot(String text, int seriesEnd, String year, int equipment) {
    String series = text.substring(0, seriesEnd).stripTrailing();
    return new Slot(Carrier.MODEL_YEAR, series.length(), equipment, spellings(series, year));
  }

  /** A series that ends in a digit or a Latin letter keeps its space: GL8 2022款, never GL82022款. */
  private static List<String> spellings(String series, String year) {
    boolean latin = series.charAt(series.length() - 1) < 128;
    return (latin ? GAPPED : PLAIN).get(Integer.parseInt(year));
  }

  private static List<List<String>> years(String gap) {
    return IntStream.range(0, 100)
        .mapToObj(number -> String.valueOf(100 + number).substring(1))
        .map(
            year ->
                List.of(
                    gap + CENTURY + year + YEAR,
                    " " + CENTURY + year + YEAR + " ",
                    gap + year + YEAR,
                    " " + year + YEAR + " "))
        .toList();
  }

  private static int beforeSpaces(String text, int end) {
    int start = end;
    while (start > 0 && isSpace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int afterSpaces(String text, int start) {
    int end = start;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\u3000';
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isLatin(char character) {
    return character >= '0' && character <= '9'
        || character >= 'A' && character <= 'Z'
        || character >= 'a' && character <= 'z';
  }
}
