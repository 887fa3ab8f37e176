package io.tidemark.formats.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line as the patterns want it: half-width, upper case, one kind of space and dash, and digits
 * that were spelt in Chinese (一三八…, 幺 for 1 as on the telephone) as digits where seven or more
 * stand together.
 */
final class PlainForm {
  private static final String CHINESE = "〇零一二三四五六七八九幺";
  private static final String DIGITS = "001234567891";
  private static final Pattern SPELT = Pattern.compile("[0-9" + CHINESE + "]{7,64}");
  private static final Pattern DASH = Pattern.compile("[‐‑‒–—―−]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\x00\\u200B\\uFEFF]");

  private PlainForm() {}

  static String of(String line) {
    String narrow = Normalizer.normalize(line, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String spaced = SPACE.matcher(DASH.matcher(narrow).replaceAll("-")).replaceAll(" ");
    return SPELT.matcher(spaced).replaceAll(PlainForm::digits);
  }

  private static String digits(MatchResult spelt) {
    StringBuilder digits = new StringBuilder();
    for (char c : spelt.group().toCharArray()) {
      int place = CHINESE.indexOf(c);
      digits.append(place < 0 ? c : DIGITS.charAt(place));
    }
    return digits.toString();
  }
}
