package io.tidemark.find.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Words, names and places of Chinese, and how likely they are. All figures are in steps of {@link
 * LexiconFile#STEP} nats. Immutable, thread-safe; read once, in about a third of a second.
 */
public final class Lexicon {
  /** What has no probability costs so much. */
  static final int NEVER = 255;

  private static final class Chinese {
    private static final Lexicon LEXICON = load();
  }

  private final Trie trie;
  private final Gains gains;
  private final LexiconFile file;
  private final NameCosts names;
  private final char[] folded = new char[1 << 16];

  /** The lexicon in a file. */
  public Lexicon(LexiconFile file) {
    this.file = file;
    trie = new Trie(file.entries());
    gains = new Gains(file.followers(), file.gains(), file.contexts().otherwise());
    names = new NameCosts(file.parts());
    for (int c = 0; c < folded.length; c++) {
      boolean wide = c >= 0xFF01 && c <= 0xFF5E && !Character.isLetterOrDigit(c);
      folded[c] = (char) (c >= 0xFF10 && c <= 0xFF5A && !wide ? c - 0xFEE0 : c);
    }
    for (int i = 0; i < file.simplified().length(); i += 2) {
      folded[file.simplified().charAt(i)] = file.simplified().charAt(i + 1);
    }
    "•‧・∙⋅●．".chars().forEach(dot -> folded[dot] = '·');
  }

  /** The one of this module, made as its SOURCE.md says. */
  public static Lexicon chinese() {
    return Chinese.LEXICON;
  }

  private static Lexicon load() {
    try (InputStream in = Lexicon.class.getResourceAsStream("chinese.lexicon")) {
      if (in == null) {
        throw new IllegalStateException("missing resource chinese.lexicon");
      }
      return new Lexicon(LexiconFile.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A character as the lexicon has it: simplified, digits and letters of ASCII, one middle dot.
   * Always one character for one.
   */
  public char fold(char c) {
    return folded[c];
  }

  /** A text with each of its characters folded; as long as the text. */
  public String fold(CharSequence text) {
    char[] characters = new char[text.length()];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = folded[text.charAt(i)];
    }
    return new String(characters);
  }

  /** Whether an entry is written so. */
  public boolean has(String entry) {
    return entry(entry) != Trie.NONE;
  }

  /** Whether an entry is written so and names a place. */
  public boolean place(String name) {
    int entry = entry(name);
    return entry != Trie.NONE && place(entry) != NEVER;
  }

  private int entry(String written) {
    int node = trie.first(written.charAt(0));
    for (int i = 1; i < written.length() && node != Trie.NONE; i++) {
      node = trie.next(node, written.charAt(i));
    }
    return node == Trie.NONE ? Trie.NONE : trie.entry(node);
  }

  Trie trie() {
    return trie;
  }

  Gains gains() {
    return gains;
  }

  NameCosts names() {
    return names;
  }

  LexiconFile.Contexts contexts() {
    return file.contexts();
  }

  int word(int entry) {
    return file.word()[entry] & 0xFF;
  }

  int name(int entry) {
    return file.name()[entry] & 0xFF;
  }

  int place(int entry) {
    return file.place()[entry] & 0xFF;
  }
}
