package io.tidemark.server.http;

import io.tidemark.terms.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * The language that a caller reads: Chinese or English by {@code Accept-Language}, else English.
 * The search for a language takes more than the square of a header's length, so a long one is
 * English.
 */
public final class Tongue {
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

  private static final int LONGEST = 200;

  private Tongue() {}

  /** The language of the answer to this request. */
  public static Language of(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    if (header == null || header.length() > LONGEST) {
      return Language.EN;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
      return Locale.CHINESE.equals(best) ? Language.ZH : Language.EN;
    } catch (IllegalArgumentException e) {
      return Language.EN;
    }
  }

  /** Its name in {@code Content-Language}. */
  static String tag(Language language) {
    return language == Language.ZH ? "zh" : "en";
  }
}
