package io.tidemark.bench.scan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The twelve classes as JDK's regular expressions, as people write them down: shapes alone. */
final class RegexPeer {
  private static final List<Pattern> ALL =
      List.of(
          Pattern.compile("(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])"),
          Pattern.compile(
              "(?<![0-9A-Za-z])[1-7][0-9]{5}(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]{4}[0-9Xx](?![0-9A-Za-z])"),
          Pattern.compile(
              "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新使][A-Z][·. ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳领]"),
          Pattern.compile("(?<![0-9A-Za-z])[A-HJ-NPR-Z0-9]{13}[0-9]{4}(?![0-9A-Za-z])"),
          Pattern.compile("(?<![0-9A-Za-z])[3-6][0-9]{14,18}(?![0-9A-Za-z])"),
          Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"),
          Pattern.compile("(?<![0-9A-Za-z])0[1-9][0-9]{1,2}-?[2-8][0-9]{6,7}(?![0-9A-Za-z])"),
          Pattern.compile("(?<![0-9A-Za-z])[EG][A-Z0-9][0-9]{7}(?![0-9A-Za-z])"),
          Pattern.compile(
              "(?<![0-9A-Za-z])[159ANY][0-9A-HJ-NP-RTUW-Y][0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}(?![0-9A-Za-z])"),
          Pattern.compile("(?<![0-9A-Za-z])8[123]0000(?:19|20)[0-9]{9}[0-9Xx](?![0-9A-Za-z])"),
          Pattern.compile("(?<![0-9A-Za-z])1064[0-9]{9}(?![0-9A-Za-z])"),
          Pattern.compile("(?<![0-9A-Za-z])[A-Z]{4}[0-9]{18}(?![0-9A-Za-z])"));

  private RegexPeer() {}

  /** How many places look like one of the classes. */
  static int count(String text) {
    int count = 0;
    for (Pattern pattern : ALL) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        count++;
      }
    }
    return count;
  }
}
