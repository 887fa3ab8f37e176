package io.tidemark.server.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that make a password easy to guess, in lower case: {@code words.txt} beside this class says
 * which and where they come from. Immutable, thread-safe.
 *
 * @param words each once
 */
record KnownWords(List<String> words) {
  /** The words of the list. */
  static final KnownWords LISTED = new KnownWords(listed());

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter ones stand inside of too many other words. */
  private static final int SHORTEST = 4;

  private static final int SHORTEST_CHINESE = 2;

  /** Ways to write letters by digits and signs: each gives one letter for one. */
  private static final List<IntUnaryOperator> SPELLINGS =
      List.of(IntUnaryOperator.identity(), one -> letter(one, 'i'), one -> letter(one, 'l'));

  /** These words and those of some names: whole, written as one, and part by part. */
  KnownWords and(Stream<String> names) {
    Stream<String> more =
        names
            .map(name -> name.toLowerCase(Locale.ROOT))
            .flatMap(
                name ->
                    Stream.concat(
                        Stream.of(name, BETWEEN.matcher(name).replaceAll("")),
                        BETWEEN.splitAsStream(name)))
            .filter(KnownWords::isLongEnough);
    return new KnownWords(Stream.concat(words.stream(), more).distinct().toList());
  }

  private static boolean isLongEnough(String word) {
    boolean chinese = word.codePoints().anyMatch(Character::isIdeographic);
    return word.length() >= (chinese ? SHORTEST_CHINESE : SHORTEST);
  }

  /** How many characters a password has beside these words, however they are spelled. */
  int besides(String password) {
    BitSet known = new BitSet(password.length());
    for (IntUnaryOperator spelling : SPELLINGS) {
      String text = spelled(password, spelling);
      for (String word : words) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          known.set(at, at + word.length());
        }
      }
    }
    return password.codePointCount(0, password.length()) - known.cardinality();
  }

  /** The password with as many characters, each in lower case and spelled so. */
  private static String spelled(String password, IntUnaryOperator spelling) {
    StringBuilder text = new StringBuilder(password.length());
    password
        .chars()
        .forEach(one -> text.append((char) spelling.applyAsInt(Character.toLowerCase(one))));
    return text.toString();
  }

  private static int letter(int one, char forOne) {
    return switch (one) {
      case '0' -> 'o';
      case '1', '!', '|' -> forOne;
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      default -> one;
    };
  }

  private static List<String> listed() {
    try (InputStream in = KnownWords.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource words.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .filter(word -> !word.isEmpty())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
