package io.tidemark.fingerprint.spelling;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stop between the two clauses of a remark, and its first small count. */
final class Clauses {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern STOP = Pattern.compile("[^,，、 ]{2,}([,，、 ])[^,，、 ]{2,}");
  private static final Pattern COUNT =
      Pattern.compile("(?<![0-9一二三四五六七八九十百千万第周]|星期|礼拜)([1-9一二三四五六七八九])(?:次|年)(?![0-9一二三四五六七八九十性])");

  private Clauses() {}

  static @Nullable Slot stop(String text) {
    Matcher stop = STOP.matcher(text);
    return stop.matches()
        ? new Slot(Carrier.REMARK_STOP, stop.start(1), stop.end(1), List.of("，", ",", " "))
        : null;
  }

  static @Nullable Slot number(String text) {
    Matcher count = COUNT.matcher(text);
    if (!count.find()) {
      return null;
    }
    char digit = count.group(1).charAt(0);
    int value = digit <= '9' ? digit - '0' : DIGITS.indexOf(digit);
    List<String> spellings = List.of(String.valueOf(DIGITS.charAt(value)), String.valueOf(value));
    return new Slot(Carrier.REMARK_NUMBER, count.start(1), count.end(1), spellings);
  }
}
