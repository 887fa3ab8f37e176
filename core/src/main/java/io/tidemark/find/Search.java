package io.tidemark.find;

import io.tidemark.find.number.Accounts;
import io.tidemark.find.number.Candidates;
import io.tidemark.find.number.NamedModels;
import io.tidemark.find.number.Numbers;
import io.tidemark.find.written.Seams;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import java.util.function.Consumer;

/** One search of one text. Not thread-safe. */
final class Search {
  /** Characters that are copied out of the text at a time: an array is read faster. */
  private static final int PART = 4096;

  private static final int LONGEST_HINT = 4;
  private static final int NEAR = 20;

  /** Lines or messages that one number may go over. */
  private static final int MOST_PARTS = 3;

  private static final int MOST_ALONE = 4;

  private final String text;
  private final Numbers numbers;
  private final Consumer<Finding> found;
  private final Stretch stretch = new Stretch();
  private final Candidates candidates = new Candidates();
  private final Candidates across = new Candidates();
  private int floor;
  private int told;

  Search(String text, Numbers numbers, Consumer<Finding> found) {
    this.text = text;
    this.numbers = numbers;
    this.found = found;
  }

  void run() {
    int length = text.length();
    char[] part = new char[Math.min(length, PART)];
    int begin = 0;
    while (begin < length) {
      int size = Math.min(PART, length - begin);
      text.getChars(begin, begin + size, part, 0);
      int at = 0;
      while (at < size) {
        byte trigger = Triggers.of(part[at]);
        at = trigger == 0 ? at + 1 : on(trigger, begin + at) - begin;
      }
      begin += at;
    }
  }

  /** Looks at what a trigger begins and tells where to go on. */
  private int on(byte trigger, int at) {
    return switch (trigger) {
      case Triggers.DIGIT -> few(at);
      case Triggers.NUMERAL -> numeral(at);
      case Triggers.HALF -> digit(text.codePointAt(at)) ? digits(begin(at), at) : at + 1;
      case Triggers.AT -> address(at);
      case Triggers.LINE -> line(at);
      default -> account(at);
    };
  }

  private int numeral(int at) {
    boolean prose = plain(at + 1) && plain(at - 1) && !Numbers.spelt(text, at);
    return prose ? at + 1 : digits(begin(at), at);
  }

  private int few(int at) {
    int end = alone(at);
    return end > 0 ? end : digits(begin(at), at);
  }

  private static boolean digit(int point) {
    byte kind = Signs.kind(point);
    return kind == Signs.DIGIT || kind == Signs.ENCLOSED;
  }

  private boolean plain(int at) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    byte kind = Signs.kind(c);
    return (kind == Signs.PLAIN && !Character.isSurrogate(c)) || kind == Signs.LINE;
  }

  /** Behind the few digits that stand alone in prose and are nothing; else 0. */
  private int alone(int at) {
    if (!plain(at - 1)) {
      return 0;
    }
    int point = digitsFrom(at, at + MOST_ALONE);
    boolean parted = point + 1 < text.length() && text.charAt(point) == '.';
    int end = parted ? digitsFrom(point + 1, at + MOST_ALONE + 1) : point;
    boolean whole = end > point + 1 || !parted;
    return whole && plain(end) && Numbers.nothing(text, at, end, parted) ? end : 0;
  }

  /** Behind the digits from a place on, or at a limit. */
  private int digitsFrom(int from, int limit) {
    int end = from;
    while (end < text.length() && end < limit && Signs.kind(text.charAt(end)) == Signs.DIGIT) {
      end++;
    }
    return end;
  }

  private int begin(int at) {
    return Stretch.begin(text, at, floor);
  }

  /** Looks at the stretch with a digit at {@code at} and tells where to go on. */
  int digits(int begin, int at) {
    stretch.read(text, begin < floor ? begin(at) : begin);
    floor = stretch.next();
    numbers.find(stretch, candidates);
    if (!candidates.isEmpty()) {
      Numbers.addressOver(text, floor, candidates);
    }
    if (candidates.isEmpty() || !endsLine(floor)) {
      tell();
    }
    return Math.max(floor, at + 1);
  }

  /** Looks for an e-mail address around an @, or what stands for it, and tells where to go on. */
  int address(int at) {
    if (!Numbers.isAddressSign(text, at)) {
      return at + 1;
    }
    Numbers.address(text, at, candidates);
    tell();
    floor = Math.max(floor, told);
    return Math.max(at + 1, told);
  }

  /**
   * Looks for an account of letters, or a model without a digit, behind a word that ends with the
   * character at {@code at}, and for a day that is said with 十 alone before it.
   */
  int account(int at) {
    if (Accounts.lettersOnly(text, at, candidates)
        || NamedModels.behindWord(text, at, candidates)
        || Numbers.ofTen(text, at, candidates)) {
      tell(); // only then: a number at the end of a line waits for what the next line brings
    }
    return at + 1;
  }

  /** Whether nothing but a few blanks stands between {@code at} and the end of its line. */
  private boolean endsLine(int at) {
    int place = at;
    while (place < text.length()
        && place - at < LONGEST_HINT
        && Signs.kind(text.charAt(place)) == Signs.GAP) {
      place++;
    }
    return place < text.length() && Signs.kind(text.charAt(place)) == Signs.LINE;
  }

  /**
   * Looks whether a number goes on behind the end of a line, which then counts instead of what the
   * line's own end may be, and tells where to go on.
   */
  int line(int at) {
    int end = acrossLine(at);
    tell();
    if (end < 0) {
      return at + 1;
    }
    told = end;
    floor = end;
    return end;
  }

  /** Where a number ends that goes on behind the line's end, once it is told; else -1. */
  private int acrossLine(int at) {
    int last = at;
    while (last > 0 && at - last < LONGEST_HINT && Signs.kind(text.charAt(last - 1)) == Signs.GAP) {
      last--;
    }
    if (last == 0 || last <= told || !code(text.codePointBefore(last))) {
      return -1;
    }
    int resumed = Seams.resume(text, at);
    if (resumed < 0 || !code(text.codePointAt(resumed))) {
      return -1;
    }
    if (!digitBefore(last) && !digitBehind(resumed)) {
      return -1;
    }
    stretch.readTo(text, Stretch.begin(text, last, told), last);
    if (stretch.size() == 0) {
      return -1; // a word of prose ends the line
    }
    int seam = stretch.next();
    int next = resumed;
    for (int part = 1; part < MOST_PARTS && next >= 0; part++) {
      stretch.goOn(next);
      numbers.find(stretch, across);
      across.keepAcross(stretch, seam);
      if (!across.isEmpty()) {
        return accepted(resumed);
      }
      seam = stretch.next();
      next = endsLine(seam) ? Seams.resume(text, lineEnd(seam)) : -1;
      next = next >= 0 && code(text.codePointAt(next)) ? next : -1;
    }
    return -1;
  }

  private int lineEnd(int at) {
    int place = at;
    while (Signs.kind(text.charAt(place)) != Signs.LINE) {
      place++;
    }
    return place;
  }

  /** Tells what goes across, unless what stands on either side is surer by itself. */
  private int accepted(int resumed) {
    if (foundBehind(resumed) || !across.outweigh(candidates)) {
      across.clear();
      return -1;
    }
    return across.tell(found);
  }

  /** Whether a digit, or half a pair that may be one, stands close before a place. */
  private boolean digitBefore(int at) {
    for (int i = at - 1; i >= 0 && at - i < NEAR; i--) {
      char c = text.charAt(i);
      if (mayBeDigit(c) || Signs.kind(c) == Signs.PLAIN) {
        return mayBeDigit(c);
      }
    }
    return false;
  }

  private boolean digitBehind(int from) {
    for (int i = from; i < text.length() && i - from < NEAR; i++) {
      char c = text.charAt(i);
      if (mayBeDigit(c) || Signs.kind(c) == Signs.PLAIN) {
        return mayBeDigit(c);
      }
    }
    return false;
  }

  private static boolean mayBeDigit(char c) {
    byte kind = Signs.kind(c);
    return (kind >= Signs.DIGIT && kind <= Signs.NUMERAL) || Character.isSurrogate(c);
  }

  /** Whether what follows the line's end is something by itself. */
  private boolean foundBehind(int resumed) {
    Candidates alone = new Candidates();
    stretch.read(text, resumed);
    numbers.find(stretch, alone);
    return alone.overlap(across);
  }

  private static boolean code(int point) {
    byte kind = Signs.kind(point);
    return kind >= Signs.DIGIT && kind <= Signs.STAR;
  }

  private void tell() {
    if (!candidates.isEmpty()) {
      candidates.keepBehind(told);
      told = Math.max(told, candidates.tell(found));
    }
  }
}
