package io.tidemark.find.number;

import io.tidemark.classify.WordList;
import io.tidemark.find.Confidence;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import java.util.List;

/**
 * Models of vehicles that have a digit: a maker or series of {@code classify/brands.txt}, up to
 * eight characters, and a year with 款 (大众朗逸 2021款), a sign of letters and digits (宝马X5, 比亚迪宋PLUS
 * 1.5T), a digit with 系 (宝马3系) or behind Model. Those without are {@link NamedModels}'.
 */
final class Models implements CodeClass {
  static final int WEIGHT = 30;
  static final WordTree BRANDS = new WordTree(false);

  private static final int REACH = 14;
  private static final int MOST_DIGITS = 4;
  private static final int LONGEST_SIGN = 6;
  private static final int LONGEST_YEAR = 6;
  private static final String MODEL = "MODEL";

  static {
    for (String line : WordList.lines(WordList.class, "brands.txt")) {
      List.of(line.split(" ")).forEach(brand -> BRANDS.add(brand, brand.length()));
    }
  }

  @Override
  public void find(Stretch in, Candidates out) {
    Parts parts = in.codes();
    for (int i = 0; i < parts.size(); i++) {
      int end = end(in, parts, i);
      int begin = end < 0 ? -1 : brand(in.text(), in.from(parts.from(i)));
      if (begin >= 0) {
        Span span = new Span(begin, end);
        String value = in.text().substring(begin, end).strip();
        out.add(Candidate.of(FoundClass.MODEL, span, Confidence.MEDIUM, value, WEIGHT));
      }
    }
  }

  /** Behind a year with 款, or behind a short sign; -1 where it is neither. */
  private static int end(Stretch in, Parts parts, int part) {
    int from = parts.from(part);
    int to = parts.to(part);
    int end = in.to(to - 1);
    String text = in.text();
    int longest = in.lettered() ? LONGEST_SIGN : 1;
    if (to - from > longest && !text.startsWith("款", end)) {
      return -1;
    }
    int letters = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      letters += in.kind(i) == Signs.LETTER || in.kind(i) == Signs.EITHER ? 1 : 0;
      digits += in.kind(i) == Signs.DIGIT ? 1 : 0;
    }
    boolean last = in.kind(to - 1) == Signs.DIGIT;
    boolean few = letters == 0 ? digits == 2 || digits == 4 : digits <= LONGEST_YEAR;
    boolean year = last && few && text.startsWith("款", end);
    boolean series = to - from == 1 && last && text.startsWith("系", end);
    if (year || series) {
      return end + 1;
    }
    boolean model = to - from == 1 && last && behindModel(text, in.from(from));
    boolean sign = letters > 0 && digits > 0 && to - from <= LONGEST_SIGN;
    return sign || model ? end : -1;
  }

  private static boolean behindModel(String text, int at) {
    int end = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
    boolean ends = end > 0 && (text.charAt(end - 1) == 'l' || text.charAt(end - 1) == 'L');
    return ends
        && end >= MODEL.length()
        && text.regionMatches(true, end - MODEL.length(), MODEL, 0, MODEL.length());
  }

  /** Where the brand begins from which nothing but words leads to {@code at}; -1 without one. */
  private static int brand(String text, int at) {
    int found = -1;
    int digits = 0;
    for (int place = at - 1; place >= 0 && at - place <= REACH; place--) {
      char c = text.charAt(place);
      byte kind = Signs.kind(c);
      digits += kind == Signs.DIGIT ? 1 : 0;
      boolean word = c >= '\u4E00' && c <= '\u9FFF' && kind != Signs.PROVINCE;
      boolean letter = kind == Signs.LETTER || kind == Signs.EITHER || kind == Signs.DIGIT;
      if (!(word || letter || c == ' ') || digits > MOST_DIGITS) {
        break;
      }
      found = BRANDS.at(text, place) > 0 ? place : found;
    }
    return found;
  }
}
