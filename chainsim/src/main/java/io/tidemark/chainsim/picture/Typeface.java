package io.tidemark.chainsim.picture;

import io.tidemark.chainsim.portfolio.Draw;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Typefaces with Chinese characters, from Debian's packages. Readers may be tuned on the first
 * half; what is measured is measured on the second, which nobody tuned on.
 */
public enum Typeface {
  ZEN_HEI("WenQuanYi Zen Hei", "fonts-wqy-zenhei", true),
  SONG("AR PL SungtiL GB", "fonts-arphic-gbsn00lp", true),
  UKAI("AR PL UKai CN", "fonts-arphic-ukai", true),
  NOTO_SANS("Noto Sans CJK SC", "fonts-noto-cjk", false),
  NOTO_SERIF("Noto Serif CJK SC", "fonts-noto-cjk", false),
  MICRO_HEI("WenQuanYi Micro Hei", "fonts-wqy-microhei", false),
  KAI("AR PL KaitiM GB", "fonts-arphic-gkai00mp", false);

  private final String family;
  private final String debian;
  private final boolean tuning;

  Typeface(String family, String debian, boolean tuning) {
    this.family = family;
    this.debian = debian;
    this.tuning = tuning;
  }

  /** Those of one half that are installed here. */
  static List<Typeface> installed(boolean tuning) {
    List<Typeface> half =
        Arrays.stream(values()).filter(face -> face.tuning == tuning && face.there()).toList();
    if (half.isEmpty()) {
      throw new IllegalStateException("no Chinese typeface here: " + install());
    }
    return half;
  }

  /** Whether any is installed. */
  public static boolean anyInstalled() {
    return Arrays.stream(values()).anyMatch(Typeface::there);
  }

  /** What to do where none is. */
  public static String install() {
    return "apt-get install "
        + String.join(" ", Arrays.stream(values()).map(face -> face.debian).distinct().toList());
  }

  /** Java gives another one where a typeface is missing. */
  private boolean there() {
    return font(12).getFamily(Locale.ENGLISH).equals(family);
  }

  Font font(double size) {
    return new Font(family, Font.PLAIN, 12).deriveFont((float) size);
  }

  /** One of a half that has all these characters. */
  static Typeface drawn(Draw draw, boolean tuning, String text) {
    List<Typeface> able =
        installed(tuning).stream().filter(face -> face.font(12).canDisplayUpTo(text) < 0).toList();
    return able.isEmpty() ? installed(tuning).get(0) : draw.of(able);
  }
}
