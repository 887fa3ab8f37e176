package io.tidemark.find.written;

/**
 * Where a number goes on that the end of a line broke off: on the next line, or in the next message
 * of a chat, behind its sender and its time. Stateless.
 */
public final class Seams {
  private static final int LONGEST_HEADER = 80;
  private static final int LONGEST_NAME = 30;
  private static final int SHORT_NAME = 12;
  private static final int MOST_LINES = 3;

  private Seams() {}

  /**
   * Where the content goes on behind the line end at {@code at}: empty lines and headers are passed
   * over; -1 where nothing follows.
   */
  public static int resume(String text, int at) {
    int place = at;
    for (int lines = 0; lines < MOST_LINES; lines++) {
      place = place < text.length() ? behindLine(text, place) : place;
      if (place >= text.length()) {
        return -1;
      }
      int end = lineEnd(text, place);
      int content = content(text, place, end);
      if (content < end) {
        return content;
      }
      place = end;
    }
    return -1;
  }

  private static int behindLine(String text, int at) {
    boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return pair ? at + 2 : at + 1;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Signs.kind(text.charAt(end)) != Signs.LINE) {
      end++;
      if (end - from > LONGEST_HEADER) {
        return end;
      }
    }
    return end;
  }

  /** Where what somebody wrote begins in a line; its end where it is a header and nothing else. */
  private static int content(String text, int from, int end) {
    int begin = from;
    while (begin < end && Signs.face(text.charAt(begin)) == ' ') {
      begin++;
    }
    if (begin == end || end - from > LONGEST_HEADER) {
      return begin;
    }
    int time = behindTime(text, begin, end);
    if (time < 0) {
      return behindName(text, begin, end);
    }
    for (int i = time; i < end && i - time <= LONGEST_NAME; i++) {
      if (colon(text.charAt(i))) {
        return space(text, i + 1, end);
      }
    }
    return end - time <= LONGEST_NAME ? end : begin;
  }

  /** Behind 10:22 or 10:22:33, the first in the line; -1 without one. */
  private static int behindTime(String text, int from, int end) {
    for (int i = from + 1; i + 2 < end; i++) {
      boolean time =
          text.charAt(i) == ':'
              && digit(text.charAt(i - 1))
              && digit(text.charAt(i + 1))
              && digit(text.charAt(i + 2));
      if (time) {
        int behind = i + 3;
        boolean seconds =
            behind + 2 < end
                && text.charAt(behind) == ':'
                && digit(text.charAt(behind + 1))
                && digit(text.charAt(behind + 2));
        return seconds ? behind + 3 : behind;
      }
    }
    return -1;
  }

  /** Behind 张三： at the beginning of a line. */
  private static int behindName(String text, int from, int end) {
    for (int i = from; i < end && i - from <= SHORT_NAME; i++) {
      char c = text.charAt(i);
      if (i > from && colon(c)) {
        return space(text, i + 1, end);
      }
      if (Signs.kind(c) == Signs.DIGIT) {
        return from;
      }
    }
    return from;
  }

  private static int space(String text, int from, int end) {
    int at = from;
    while (at < end && Signs.face(text.charAt(at)) == ' ') {
      at++;
    }
    return at;
  }

  private static boolean colon(char c) {
    return c == ':' || c == '：';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
