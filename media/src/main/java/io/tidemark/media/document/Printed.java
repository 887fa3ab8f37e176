package io.tidemark.media.document;

import io.tidemark.media.document.Document.Kind;
import java.util.List;
import java.util.Set;

/**
 * Words that stand on every paper of a kind: titles, translations, the seals of offices. They say
 * nothing of the person whose paper it is.
 */
public final class Printed {
  private static final Set<Kind> TRANSLATED = Set.of(Kind.VEHICLE_LICENCE, Kind.DRIVING_LICENCE);
  private static final List<String> TITLES =
      List.of("中华人民共和国机动车行驶证副页", "中华人民共和国机动车驾驶证副页", "中华人民共和国居民身份证", "机动车交通事故责任强制保险单");
  private static final List<String> OFFICES = List.of("公安局", "公安厅", "交通警察", "车辆管理所");
  private static final int ONE_IN = 4;
  private static final int SHORTEST = 4;

  private Printed() {}

  /**
   * Whether a finding is such words.
   *
   * @param line that it stands in
   * @param value what was found
   */
  public static boolean on(Kind kind, String line, String value) {
    return (OFFICES.stream().anyMatch(line::contains) && line.chars().noneMatch(Character::isDigit))
        || TITLES.stream().anyMatch(title -> partOf(title, value))
        || (TRANSLATED.contains(kind) && latin(line));
  }

  /** Whether a text stands in a title, one character in four misread. */
  private static boolean partOf(String title, String text) {
    for (int at = 0; text.length() >= SHORTEST && at + text.length() <= title.length(); at++) {
      int wrong = 0;
      for (int i = 0; i < text.length(); i++) {
        wrong += title.charAt(at + i) == text.charAt(i) ? 0 : 1;
      }
      if (wrong <= text.length() / ONE_IN) {
        return true;
      }
    }
    return false;
  }

  private static boolean latin(String line) {
    return line.chars().allMatch(c -> c < 128 && !Character.isDigit(c));
  }
}
