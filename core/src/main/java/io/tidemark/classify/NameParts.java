package io.tidemark.classify;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Chinese name in its two parts. Immutable; {@link #toString} hides both.
 *
 * @param surname one hanzi, or two of a compound surname such as 欧阳
 * @param given one or two hanzi (three where two single surnames are joined, as in 张李某某)
 */
public record NameParts(String surname, String given) {
  private static final int LONGEST_WITH_DOTS = 20;
  private static final Set<String> SURNAMES = surnames();
  private static final Set<String> BUSINESS = Set.copyOf(WordList.words("words.txt", "business"));

  /** What ends words that begin like a surname: 商业险, 金牛区, 高新路. */
  private static final String NEVER_LAST = "险店司部区县市省路街镇村款版型车号局厂队社";

  /**
   * The parts of a name of two to four hanzi whose surname is among the commonest; empty for every
   * other text, also for sound names with a rare surname.
   */
  public static Optional<NameParts> of(String name) {
    String text = PersonName.read(name).text();
    int length = text.length();
    if (length < 2
        || length > 4
        || !allHanzi(text)
        || NEVER_LAST.indexOf(text.charAt(length - 1)) >= 0) {
      return Optional.empty();
    }
    boolean compound = length > 2 && SURNAMES.contains(text.substring(0, 2));
    boolean joined = length < 4 || SURNAMES.contains(text.substring(1, 2));
    if (!compound && !(joined && SURNAMES.contains(text.substring(0, 1)))) {
      return Optional.empty();
    }
    int split = compound ? 2 : 1;
    return Optional.of(new NameParts(text.substring(0, split), text.substring(split)));
  }

  /**
   * Whether the text has the look of a person's name: {@link #of}, or hanzi around a middle dot.
   */
  public static boolean looksLikeName(String name) {
    return of(name).isPresent() || severalParts(PersonName.read(name).text());
  }

  /** Whether the text has the look of an organisation's name. */
  static boolean looksLikeOrganisation(String name) {
    return name.length() >= 6 && BUSINESS.stream().anyMatch(name::endsWith);
  }

  /** The surnames that it knows, of one or two hanzi, in no order. */
  public static Set<String> knownSurnames() {
    return SURNAMES;
  }

  private static boolean severalParts(String text) {
    int dot = text.indexOf('·');
    return dot >= 1
        && dot < text.length() - 1
        && text.length() <= LONGEST_WITH_DOTS
        && allHanzi(text.replace("·", ""));
  }

  private static boolean allHanzi(String text) {
    return text.chars().allMatch(c -> Chars.hanzi((char) c));
  }

  private static Set<String> surnames() {
    Set<String> all = new HashSet<>();
    for (String line : WordList.lines("surnames.txt")) {
      all.addAll(List.of(line.contains(" ") ? line.split(" ") : line.split("")));
    }
    return Set.copyOf(all);
  }

  @Override
  public String toString() {
    return "NameParts[" + surname.length() + " and " + given.length() + " characters]";
  }
}
