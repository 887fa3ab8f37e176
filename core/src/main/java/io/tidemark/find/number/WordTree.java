package io.tidemark.find.number;

import io.tidemark.find.written.Signs;
import java.util.Arrays;

/**
 * Words that end, or begin, at a place of a text, compared by the faces of their characters; what
 * nobody sees and blanks between them are passed over. Filled once, then read by all threads.
 */
final class WordTree {
  private static final int CHARACTERS = 0x10000;

  /** Stands for what nobody sees. */
  private static final char PASSED = '\uFFFF';

  private static final char[] KEYS = new char[CHARACTERS];

  static {
    for (int c = 0; c < CHARACTERS; c++) {
      byte kind = Signs.kind((char) c);
      KEYS[c] = kind == Signs.IGNORED ? PASSED : kind == Signs.PLAIN ? (char) c : Signs.face(c);
    }
  }

  private static final class Node {
    private char[] keys = new char[0];
    private Node[] children = new Node[0];
    private long mask;

    private Node to(char key) {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == key) {
          return children[i];
        }
      }
      return NOWHERE;
    }

    private Node grown(char key) {
      Node known = to(key);
      if (known != NOWHERE) {
        return known;
      }
      keys = Arrays.copyOf(keys, keys.length + 1);
      children = Arrays.copyOf(children, children.length + 1);
      keys[keys.length - 1] = key;
      children[children.length - 1] = new Node();
      return children[children.length - 1];
    }
  }

  private static final Node NOWHERE = new Node();

  private final boolean backwards;

  /** By the first character that is looked at: there are hundreds. */
  private final Node[] roots = new Node[CHARACTERS];

  private final boolean[] first = new boolean[CHARACTERS];
  private final boolean[] single = new boolean[CHARACTERS];
  private final boolean[] pairs = new boolean[CHARACTERS];

  WordTree(boolean backwards) {
    this.backwards = backwards;
    Arrays.fill(roots, NOWHERE);
  }

  void add(String word, long mask) {
    char last = KEYS[word.charAt(backwards ? word.length() - 1 : 0)];
    begin(last);
    Node node = roots[last];
    for (int i = 1; i < word.length(); i++) {
      node = node.grown(KEYS[word.charAt(backwards ? word.length() - 1 - i : i)]);
    }
    node.mask |= mask;
    if (word.length() == 1) {
      single[last] = true;
    } else {
      pairs[pair(last, KEYS[word.charAt(backwards ? word.length() - 2 : 1)])] = true;
    }
  }

  /** Where a word's first two characters, in the order of looking, are noted. */
  private static int pair(char one, char other) {
    return (one * 31 + other) & (CHARACTERS - 1);
  }

  private void begin(char key) {
    if (roots[key] == NOWHERE) {
      roots[key] = new Node();
      for (int c = 0; c < CHARACTERS; c++) {
        first[c] |= KEYS[c] == key;
      }
    }
  }

  /** Whether a word may end (or begin) with that character. */
  boolean may(char c) {
    return first[c];
  }

  /** What the longest word says that ends (or begins) there; 0 where there is none. */
  long at(String text, int place) {
    int at = backwards ? place - 1 : place;
    if (at < 0 || at >= text.length() || !first[text.charAt(at)] || !two(text, at)) {
      return 0;
    }
    char key = KEYS[text.charAt(at)];
    Node node = roots[key];
    at += backwards ? -1 : 1;
    long mask = ends(node, key, text, at) ? node.mask : 0;
    while (at >= 0 && at < text.length() && node.keys.length > 0) {
      key = KEYS[text.charAt(at)];
      at += backwards ? -1 : 1;
      if (key != PASSED) {
        Node to = node.to(key);
        if (to != NOWHERE) {
          node = to;
          mask = ends(node, key, text, at) ? node.mask : mask;
        } else if (key != ' ') {
          return mask;
        }
      }
    }
    return mask;
  }

  /** Whether a word ends with that character, behind which the text goes on at a place. */
  private boolean ends(Node node, char key, String text, int at) {
    return node.mask != 0 && (!letter(key) || !signAt(text, at));
  }

  /** Whether a word may have the character there and the next one. */
  private boolean two(String text, int at) {
    char one = KEYS[text.charAt(at)];
    if (single[one]) {
      return true;
    }
    int next = backwards ? at - 1 : at + 1;
    if (next < 0 || next >= text.length()) {
      return false;
    }
    char other = KEYS[text.charAt(next)];
    return pairs[pair(one, other)] || other == PASSED || other == ' ';
  }

  /** Whether a letter goes on there, or a digit that would make a code of the word. */
  private boolean signAt(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return letter(KEYS[c]) || (backwards && Signs.kind(c) == Signs.DIGIT);
  }

  private static boolean letter(char key) {
    return key >= 'A' && key <= 'Z';
  }
}
