package io.tidemark.find.lexicon;

/**
 * Whatever a stretch of a sentence may be: entries of the lexicon, numbers, names that no list has,
 * places by their last character. Costs are those of Bayes' rule: the class's own, the kind of
 * name's, and that of the characters. Immutable, thread-safe.
 */
public final class Candidates {
  /** A name that the lexicon lists. */
  public static final int LISTED = 1;

  /** A surname and a given name. */
  public static final int BUILT = 2;

  /** A transliterated name, or one around a middle dot. */
  public static final int FOREIGN = 3;

  /** A surname or a character of a given name and how the person is addressed: 李先生, 芳姐. */
  public static final int TITLED = 4;

  /** How people call each other: 小陈, 老王, 阿强. */
  public static final int CALLED = 5;

  /** Whatever stands behind a label. */
  public static final int LABELLED = 6;

  /** Steps for one name, one place among all words. */
  private static final int NAME = steps(.018);

  private static final int PLACE = steps(.022);

  private static final int OF_LISTED = steps(.45);
  private static final int OF_BUILT = steps(.33);
  private static final int OF_FOREIGN = steps(.08);
  private static final int OF_TITLED = steps(.10);
  private static final int OF_CALLED = steps(.04);
  private static final int ONE_GIVEN = steps(.25);
  private static final int TWO_GIVEN = steps(.75);
  private static final int DOTTED = steps(.2);
  private static final int ANY_CHARACTER = steps(1 / 1500.0);
  private static final int UNLIKE_SOUND = steps(1e-5);
  private static final int ANY_SOUND = steps(1 / 120.0);
  private static final int PLACE_BY_ENDING = steps(.02);
  private static final int UNKNOWN = steps(1e-6);
  private static final int ONE_TITLE = steps(.08);
  private static final int ANY_NAME = 12;

  /** Nothing but evidence makes a name of what is labelled. */
  private static final int NO_EVIDENCE = 1 << 16;

  private static final int LONGEST_FOREIGN = 8;
  private static final int WORST_SOUND = 66;

  /** Further characters that write names of Uyghurs, Kazakhs, Tibetans and Mongols. */
  private static final String MINORITIES = "买合江孜提甫肉孙吐热依汗央宗旺堆次仓决吉桑都胡勒图雅巴音其格努";

  private static final String CALLS = "小老阿大";
  private static final String ENDINGS = "省市县区镇乡村庄路街巷桥山河湖江岛港湾寺庙店厂校院州";

  /** Titles that go with a character of a given name as well. */
  private static final String FAMILIAR = "哥姐叔姨";

  private final Lexicon lexicon;
  private final Trie trie;
  private final NameCosts names;
  private final Titles titles = new Titles();

  /** Candidates by a lexicon. */
  public Candidates(Lexicon lexicon) {
    this.lexicon = lexicon;
    trie = lexicon.trie();
    names = lexicon.names();
  }

  private static int steps(double probability) {
    return (int) Math.round(-Math.log(probability) / LexiconFile.STEP);
  }

  /**
   * Tells the lattice of every candidate in its sentence.
   *
   * @param evidence what speaks for a name at a place beside the words
   */
  public void fill(Lattice lattice, Evidence evidence) {
    int length = lattice.length();
    for (int i = 0; i < length; ) {
      char c = lattice.at(i);
      int end = run(lattice, i);
      if (end > i) {
        Token token = c <= '9' ? Token.NUMBER : Token.LETTERS;
        lattice.add(i, end, Piece.WORD, token.ordinal(), 0, 0, 0);
        i = end;
        continue;
      }
      entries(lattice, i, evidence);
      if (hanzi(c)) {
        built(lattice, i, evidence);
        addressed(lattice, i, evidence);
        foreign(lattice, i, evidence);
        place(lattice, i);
        labelled(lattice, i, evidence);
      }
      i++;
    }
  }

  /** The end of digits or letters that begin here. */
  private static int run(Lattice lattice, int from) {
    int end = from;
    boolean digits = digit(lattice.at(from));
    while (digits ? digit(lattice.at(end)) : letter(lattice.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'À' && c <= 'ɏ';
  }

  static boolean hanzi(char c) {
    return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf';
  }

  private void entries(Lattice lattice, int i, Evidence evidence) {
    boolean single = false;
    int end = i + 1;
    int node = trie.first(lattice.at(i));
    for (; node != Trie.NONE; node = trie.next(node, lattice.at(end++))) {
      int entry = trie.entry(node);
      if (entry == Trie.NONE) {
        continue;
      }
      int word = lexicon.word(entry);
      if (word != Lexicon.NEVER) {
        single |= end == i + 1;
        boolean dot = lattice.at(i) == '·' && i > 0 && hanzi(lattice.at(i - 1));
        lattice.add(i, end, Piece.WORD, entry, 0, dot ? UNKNOWN : word, 0);
      }
      int name = lexicon.name(entry);
      if (name != Lexicon.NEVER) {
        name(lattice, i, end, LISTED, OF_LISTED + name, evidence);
      }
      int place = lexicon.place(entry);
      if (place != Lexicon.NEVER) {
        lattice.add(i, end, Piece.PLACE, entry, 0, PLACE + place, 0);
      }
    }
    if (!single) {
      lattice.add(
          i, i + 1, Piece.WORD, Token.OTHER.ordinal(), 0, hanzi(lattice.at(i)) ? UNKNOWN : 0, 0);
    }
  }

  private void name(Lattice lattice, int from, int to, int how, int cost, Evidence evidence) {
    lattice.add(from, to, Piece.NAME, -1, how, NAME + cost, evidence.gain(from, to));
  }

  private void built(Lattice lattice, int i, Evidence evidence) {
    int one = names.surname(lattice.at(i));
    if (one != NameCosts.NEVER) {
      built(lattice, i, i + 1, one, evidence);
    }
    int two = names.surname(lattice.at(i), lattice.at(i + 1));
    if (two != NameCosts.NEVER) {
      built(lattice, i, i + 2, two, evidence);
    }
  }

  private void built(Lattice lattice, int i, int given, int surname, Evidence evidence) {
    char first = lattice.at(given);
    char second = lattice.at(given + 1);
    if (!hanzi(first)) {
      return;
    }
    int cost = OF_BUILT + surname;
    name(lattice, i, given + 1, BUILT, cost + ONE_GIVEN + names.given(first), evidence);
    if (hanzi(second)) {
      int both = cost + TWO_GIVEN + names.given(first, second);
      name(lattice, i, given + 2, BUILT, both, evidence);
    }
  }

  private void addressed(Lattice lattice, int i, Evidence evidence) {
    char c = lattice.at(i);
    int surname = names.surname(c);
    if (surname != NameCosts.NEVER) {
      titled(lattice, i, i + 1, OF_TITLED + surname, evidence);
    } else if (FAMILIAR.indexOf(lattice.at(i + 1)) >= 0) {
      int cost = OF_TITLED + names.given(c) + ONE_TITLE;
      name(lattice, i, i + 2, TITLED, cost, evidence);
    }
    int compound = names.surname(c, lattice.at(i + 1));
    if (compound != NameCosts.NEVER) {
      titled(lattice, i, i + 2, OF_TITLED + compound, evidence);
    }
    if (CALLS.indexOf(c) >= 0) {
      char called = lattice.at(i + 1);
      int cost = names.surname(called);
      if (c == '阿' && hanzi(called)) {
        cost = Math.min(cost, names.given(called));
      }
      if (cost != NameCosts.NEVER) {
        name(lattice, i, i + 2, CALLED, OF_CALLED + cost + 16, evidence);
      }
    }
  }

  private void titled(Lattice lattice, int i, int title, int cost, Evidence evidence) {
    for (int end = title + 1; end <= title + 2; end++) {
      if (titles.has(lattice, title, end)) {
        name(lattice, i, end, TITLED, cost + ONE_TITLE, evidence);
      }
    }
  }

  private void foreign(Lattice lattice, int i, Evidence evidence) {
    int cost = OF_FOREIGN;
    char before = 0;
    int end = i;
    boolean dotted = false;
    while (end - i < LONGEST_FOREIGN * 2) {
      char c = lattice.at(end);
      int step = names.step(before, c);
      if (!names.sound(c) || step > WORST_SOUND && !dotted) {
        break;
      }
      dotted |= c == '·';
      cost += step;
      before = c;
      end++;
      if (end - i > 1 && c != '·' && (dotted || end - i <= LONGEST_FOREIGN)) {
        name(lattice, i, end, FOREIGN, cost + names.step(c, (char) 0), evidence);
      }
    }
    if (!dotted) {
      aroundDot(lattice, i, evidence);
    }
  }

  /** Two to twelve characters with a middle dot inside are a name, whatever they are. */
  private void aroundDot(Lattice lattice, int i, Evidence evidence) {
    int dot = i;
    while (dot - i < 6 && hanzi(lattice.at(dot))) {
      dot++;
    }
    if (dot == i || lattice.at(dot) != '·') {
      return;
    }
    int cost = OF_FOREIGN + DOTTED;
    for (int k = i; k < dot; k++) {
      cost += sound(lattice.at(k));
    }
    for (int end = dot + 1; end <= dot + 7 && hanzi(lattice.at(end)); end++) {
      cost += sound(lattice.at(end));
      name(lattice, i, end + 1, FOREIGN, cost, evidence);
    }
  }

  private int sound(char c) {
    return names.sound(c) || MINORITIES.indexOf(c) >= 0 ? ANY_SOUND : UNLIKE_SOUND;
  }

  private void place(Lattice lattice, int i) {
    int cost = PLACE + PLACE_BY_ENDING;
    for (int end = i + 1; end <= i + 3 && hanzi(lattice.at(end)); end++) {
      cost += ANY_CHARACTER;
      if (ENDINGS.indexOf(lattice.at(end)) >= 0) {
        lattice.add(i, end + 1, Piece.PLACE, -1, 0, cost, 0);
      }
    }
  }

  private void labelled(Lattice lattice, int i, Evidence evidence) {
    int end = evidence.cell(i);
    if (end - i >= 2 && end - i <= 4) {
      int cost = ANY_NAME + (end - i) * ANY_CHARACTER;
      int gain = evidence.gain(i, end);
      lattice.add(i, end, Piece.NAME, -1, LABELLED, NO_EVIDENCE + cost, NO_EVIDENCE + gain);
    }
  }
}
