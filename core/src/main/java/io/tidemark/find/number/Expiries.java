package io.tidemark.find.number;

import io.tidemark.classify.CalendarDate;
import io.tidemark.find.Confidence;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import java.util.Locale;

/**
 * Dates on which a policy ends, beside a word that says so: 2026-12-03, 2026年12月3日, 20261203,
 * 26.12.3, 二〇二六年十二月三日. The value is ISO 8601; those without a year are {@link DaysOfNoYear}'s.
 */
final class Expiries implements CodeClass {
  static final long CLUE = Clues.bit(FoundClass.EXPIRY);

  /** What a date may be of that is no policy, where its own word says only that it ends. */
  static final long OF_OTHERS =
      Clues.OF_NO_CLASS
          | Clues.bit(FoundClass.IDENTITY_NUMBER)
          | Clues.bit(FoundClass.PASSPORT)
          | Clues.bit(FoundClass.RESIDENCE_PERMIT)
          | Clues.bit(FoundClass.TRAVEL_PERMIT)
          | Clues.bit(FoundClass.BANK_CARD);

  static final int WEIGHT = 92;
  private static final int CENTURY = 2000;

  @Override
  public void find(Stretch in, Candidates out) {
    Parts parts = in.numbers();
    for (int i = 0; i < parts.size(); i++) {
      int length = parts.to(i) - parts.from(i);
      if (length == 2 || length == 4 || length == 8) {
        at(in.text(), in.from(parts.from(i)), length, out);
      }
      if (length <= 2 && DaysOfNoYear.mayGoOn(in.text(), in.to(parts.to(i) - 1))) {
        DaysOfNoYear.find(in.text(), in.from(parts.from(i)), out);
      }
    }
  }

  private static void at(String text, int begin, int length, Candidates out) {
    int[] date = new int[4];
    if (!(length == 8 ? compact(text, begin, date) : separated(text, begin, length, date))) {
      return;
    }
    int year = date[0] < 100 ? CENTURY + date[0] : date[0];
    if (year < CENTURY || !CalendarDate.exists(year, date[1], date[2])) {
      return;
    }
    long before = out.clue(text, begin);
    boolean behind = (Clues.behind(text, date[3]) & CLUE) != 0 && (before & OF_OTHERS) == 0;
    if ((before & CLUE) != 0 || behind) {
      String value = String.format(Locale.ROOT, "%04d-%02d-%02d", year, date[1], date[2]);
      Span span = new Span(begin, date[3]);
      out.add(Candidate.of(FoundClass.EXPIRY, span, Confidence.MEDIUM, value, WEIGHT));
    }
  }

  private static boolean compact(String text, int begin, int[] date) {
    int end = DateNumbers.digits(text, begin, 8, date, 0);
    int all = date[0];
    date[0] = all / 10_000;
    date[1] = all / 100 % 100;
    date[2] = all % 100;
    date[3] = end;
    return end == begin + 8;
  }

  private static boolean separated(String text, int begin, int digits, int[] date) {
    int year = DateNumbers.year(text, begin, digits, date, 0);
    int month = behind(text, year, "-/.年");
    int monthEnd = month < 0 ? -1 : DateNumbers.small(text, month, date, 1);
    int day = monthEnd <= month ? -1 : behind(text, monthEnd, "-/.月");
    int dayEnd = day < 0 ? -1 : DateNumbers.small(text, day, date, 2);
    if (dayEnd <= day
        || (dayEnd < text.length() && Signs.kind(text.charAt(dayEnd)) == Signs.DIGIT)) {
      return false;
    }
    boolean word = dayEnd < text.length() && "日号".indexOf(text.charAt(dayEnd)) >= 0;
    date[3] = word ? dayEnd + 1 : dayEnd;
    return true;
  }

  /** Behind one separator with a space at most on either side; -1 where there is none. */
  private static int behind(String text, int at, String separators) {
    int place = DateNumbers.space(text, at);
    if (place >= text.length()) {
      return -1;
    }
    char c = text.charAt(place);
    char face = Signs.kind(c) == Signs.GAP ? Signs.face(c) : c;
    return separators.indexOf(face) >= 0 ? DateNumbers.space(text, place + 1) : -1;
  }
}
