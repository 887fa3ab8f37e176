package io.tidemark.find.number;

import io.tidemark.classify.WordList;
import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Signs;

/**
 * Models of vehicles by their names alone: a maker and a series of {@code series.txt}, or a maker
 * and a code, beside a word (车型：大众朗逸, 厂牌型号 大众牌SVW71810BU) or right behind a plate (川A12345 五菱宏光).
 * Elsewhere 汉 and 世纪 are words.
 */
public final class NamedModels {
  /** The characters with which the words end that a model stands behind. */
  public static final String ENDS = "型号系牌款";

  private static final int FILLER = 4;
  private static final int LONGEST_CODE = 14;
  private static final int LONGEST_NUMBER = 4;
  private static final String BETWEEN = ":： 是为　=";
  private static final String APART = " ，,、/|·\t";
  private static final String NO_CODE = "年月日号块元万千台辆座";
  private static final WordTree SERIES = new WordTree(false);

  static {
    WordList.words(NamedModels.class, "series.txt")
        .forEach(word -> SERIES.add(word, word.length()));
  }

  private NamedModels() {}

  /**
   * Adds the model behind a word that may end at {@code at}.
   *
   * @return whether there was one
   */
  public static boolean behindWord(String text, int at, Candidates out) {
    if (ENDS.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int begin = behind(text, at + 1, FILLER, BETWEEN);
    if (begin >= text.length() || !Models.BRANDS.may(text.charAt(begin))) {
      return false;
    }
    int end = end(text, begin);
    long model = Clues.bit(FoundClass.MODEL) | Clues.TIGHT;
    return end > 0
        && (Clues.tight(text, begin) & model) == model
        && add(text, begin, end, Confidence.MEDIUM, out);
  }

  /** Adds the models that follow plates. */
  static void behindPlates(String text, Candidates out) {
    int all = out.size();
    for (int i = 0; i < all; i++) {
      Finding plate = out.at(i);
      if (plate.found() == FoundClass.PLATE) {
        int begin = behind(text, plate.span().end(), 2, APART);
        int end = end(text, begin);
        if (end > 0) {
          add(text, begin, end, Confidence.MEDIUM, out);
        }
      }
    }
  }

  private static boolean add(
      String text, int begin, int end, Confidence confidence, Candidates out) {
    String value = text.substring(begin, end);
    out.add(Candidate.of(FoundClass.MODEL, new Span(begin, end), confidence, value, Models.WEIGHT));
    return true;
  }

  private static int behind(String text, int from, int most, String signs) {
    int at = from;
    while (at < text.length() && at - from < most && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Behind the maker at {@code begin} and what names the model; -1 where it is not so. */
  private static int end(String text, int begin) {
    int maker = begin < text.length() ? (int) Models.BRANDS.at(text, begin) : 0;
    if (maker == 0) {
      return -1;
    }
    int at = begin + maker;
    int end = -1;
    boolean gap = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      int word = (int) Math.max(SERIES.at(text, at), Models.BRANDS.at(text, at));
      int code = word > 0 ? 0 : code(text, at, gap);
      if (word + code > 0) {
        at += word + code;
        end = at;
        gap = false;
      } else if (!gap && (c == ' ' || c == '·' || (c == '牌' && end < 0))) {
        gap = c != '牌';
        at++;
      } else {
        break;
      }
    }
    return end;
  }

  /** How long a sign of letters and digits is; behind a gap it has both, or is a year with 款. */
  private static int code(String text, int from, boolean gap) {
    int at = from;
    int letters = 0;
    int digits = 0;
    while (at < text.length() && at - from <= LONGEST_CODE) {
      byte kind = Signs.kind(text.charAt(at));
      boolean letter = kind == Signs.LETTER || kind == Signs.EITHER;
      boolean point = text.charAt(at) == '.' && at + 1 < text.length() && at > from;
      if (!letter
          && kind != Signs.DIGIT
          && !(point && digit(text, at - 1) && digit(text, at + 1))) {
        break;
      }
      letters += letter ? 1 : 0;
      digits += kind == Signs.DIGIT ? 1 : 0;
      at++;
    }
    int length = at - from;
    char next = at < text.length() ? text.charAt(at) : ' ';
    if (next == '系' && !gap && length == 1 && digits == 1) {
      return 2;
    }
    if (next == '款' && digits > 0 && letters == 0 && digits <= LONGEST_NUMBER) {
      return length + 1;
    }
    boolean both = letters > 0 && digits > 0;
    boolean number = !gap && letters == 0 && digits <= LONGEST_NUMBER;
    boolean few = length > 0 && length <= LONGEST_CODE && NO_CODE.indexOf(next) < 0;
    return few && (both || (!gap && letters > 0) || number) ? length : 0;
  }

  private static boolean digit(String text, int at) {
    return Signs.kind(text.charAt(at)) == Signs.DIGIT;
  }
}
