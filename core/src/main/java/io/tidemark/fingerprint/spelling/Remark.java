package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A remark of one or two clauses, with at most one small count in it.
 *
 * @param first the first clause, where the count stands as 〓
 * @param second the second clause, or null when there is one
 * @param count 1 to 9, or 0 when there is none
 * @param unit what is counted, such as 年 or 次
 */
record Remark(String first, @Nullable String second, int count, String unit) implements Parsed {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern STOP = Pattern.compile("([^,，、 ]{2,})[,，、 ]([^,，、 ]{2,})");
  private static final Pattern COUNT =
      Pattern.compile("(?<![0-9一二三四五六七八九十百千万第周]|星期|礼拜)([1-9一二三四五六七八九])(次|年)(?![0-9一二三四五六七八九十性])");
  private static final List<String> STOPS = List.of("，", ",", " ");

  static Parsed parse(String text) {
    if (text.contains("〓")) {
      return new Plain(PersonalText.of(text));
    }
    Matcher count = COUNT.matcher(text);
    int value = 0;
    String unit = "";
    String rest = text;
    if (count.find()) {
      value = digit(count.group(1).charAt(0));
      unit = count.group(2);
      rest = text.substring(0, count.start()) + "〓" + text.substring(count.end());
    }
    Matcher stop = STOP.matcher(rest);
    if (stop.matches()) {
      return new Remark(stop.group(1), stop.group(2), value, unit);
    }
    boolean oneClause = rest.chars().noneMatch(c -> ",，、 ".indexOf(c) >= 0);
    return value > 0 && oneClause
        ? new Remark(rest, null, value, unit)
        : new Plain(PersonalText.of(text));
  }

  private static int digit(char c) {
    return c <= '9' ? c - '0' : DIGITS.indexOf(c);
  }

  @Override
  public PersonalText content() {
    return PersonalText.of(write(0, 0));
  }

  @Override
  public List<Carrier> carriers() {
    List<Carrier> carriers = new ArrayList<>(2);
    if (second != null) {
      carriers.add(Carrier.REMARK_STOP);
    }
    if (count > 0) {
      carriers.add(Carrier.REMARK_NUMBER);
    }
    return carriers;
  }

  @Override
  public PersonalText render(int[] choice) {
    return PersonalText.of(write(choice[0], choice[choice.length - 1]));
  }

  private String write(int stop, int number) {
    String text = second == null ? first : first + STOPS.get(stop) + second;
    String counted = number == 0 ? String.valueOf(DIGITS.charAt(count)) : String.valueOf(count);
    return count == 0 ? text : text.replace("〓", counted + unit);
  }

  @Override
  public List<Shown> read(PersonalText leaked) {
    return Renderings.equalTo(this, leaked);
  }
}
