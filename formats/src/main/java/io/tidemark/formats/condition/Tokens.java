package io.tidemark.formats.condition;

import java.util.regex.Pattern;

/** The tokens of the grammar, full-width forms included. */
final class Tokens {
  static final Pattern AND = word("and", "且");
  static final Pattern OR = word("or", "或");
  static final Pattern NOT = word("not", "非");
  static final Pattern IN = word("in", "属于");
  static final Pattern BEGINS = word("begins", "开头");
  static final Pattern OPEN = Pattern.compile("[(（]");
  static final Pattern CLOSE = Pattern.compile("[)）]");
  static final Pattern COMMA = Pattern.compile("[,，、]");
  static final Pattern EQUAL = Pattern.compile("[=＝]");
  static final Pattern UNEQUAL = Pattern.compile("[!！][=＝]|≠");
  static final Pattern TO = Pattern.compile("\\.\\.|．．|至");

  private static final String DIGIT = "[0-9０-９]";

  /** The year, month and day are its groups. */
  static final Pattern DATE =
      Pattern.compile("(D{4})(?:[-/.]|年)(D{1,2})(?:[-/.]|月)(D{1,2})(?!D)日?".replace("D", DIGIT));

  /** At most 15 digits before the point and two behind it; a second point belongs to a range. */
  static final Pattern AMOUNT =
      Pattern.compile("-?D{1,15}(?!D)(?:[.．](?![.．])D{1,2}(?!D))?".replace("D", DIGIT));

  static final Pattern QUOTED =
      Pattern.compile("\"(?:[^\"]|\"\")*+\"|'(?:[^']|'')*+'|“[^”]*+”|‘[^’]*+’");

  static final Pattern WORD = Pattern.compile("[^\\s\\u3000\\u00a0\"'“”‘’()（）,，、=＝!！<>＜＞≠]+");

  private Tokens() {}

  private static Pattern word(String en, String zh) {
    return Pattern.compile("(?:" + en + "(?![A-Za-z0-9_])|" + zh + ")", Pattern.CASE_INSENSITIVE);
  }
}
