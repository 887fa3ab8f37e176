package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a heading, in whatever words, says of its column.
 *
 * @param known whether any word of it is known
 * @param field the class that it speaks of; empty when it speaks of something that we do not keep
 */
record Heading(boolean known, Optional<FieldClass> field) {
  private static final Heading UNKNOWN = new Heading(false, Optional.empty());
  private static final List<Word> WORDS = words();

  private record Word(String text, Optional<FieldClass> field) {}

  static Heading of(String heading) {
    String text = Fold.TEXT.apply(heading);
    for (Word word : WORDS) {
      if (contains(text, word.text)) {
        return new Heading(true, word.field);
      }
    }
    return UNKNOWN;
  }

  /** English words count where a word begins only: a province is no VIN. */
  private static boolean contains(String text, String word) {
    boolean latin = word.charAt(0) < 0x80;
    for (int at = 0; at + word.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length()) && (!latin || begins(text, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    boolean capital = Chars.upper(text.charAt(at)) && !Chars.upper(before);
    return capital || before >= 0x80 || !Character.isLetter(before);
  }

  private static List<Word> words() {
    List<Word> words = new ArrayList<>();
    for (String line : WordList.lines("headings.tsv")) {
      String[] parts = line.split("\t");
      Optional<FieldClass> field =
          parts[0].equals("-") ? Optional.empty() : Optional.of(FieldClass.valueOf(parts[0]));
      for (String word : parts[1].split(" ")) {
        words.add(new Word(word, field));
      }
    }
    return List.copyOf(words);
  }
}
