package io.tidemark.find.number;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * E-mail addresses (the dot-atom of RFC 5322, a domain of RFC 1035 with a last label of letters),
 * in any width, with spaces around @ and dots; stars may hide some of the first part. An @ may be
 * written (at), [at] or 艾特, a dot (dot), [dot] or 点. What stands around an @ is read from the text
 * itself.
 */
final class Emails {
  private static final int WEIGHT = 99;
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 80;
  private static final String LOCAL = "._%+-*";

  /** What people write before at and dot, that no program takes it for an address. */
  static final String OPEN = "([（［【{";

  private static final String CLOSE = ")]）］】}";

  private Emails() {}

  /** Adds the address around the @, or what stands for it, at {@code at}. */
  static void find(String text, int at, Candidates out) {
    int behind = signEnd(text, at);
    int begin = behind < 0 ? -1 : local(text, at);
    int end = begin < 0 ? -1 : domain(text, behind);
    if (end < 0) {
      return;
    }
    StringBuilder plain = new StringBuilder(end - begin);
    plain(text, begin, at, plain);
    plain.append('@');
    plain(text, behind, end, plain);
    String value = plain.toString();
    boolean spelt = behind > at + 1;
    out.add(
        Candidate.of(
            FoundClass.EMAIL,
            new Span(begin, end),
            spelt ? Confidence.MEDIUM : Confidence.HIGH,
            value,
            value.indexOf('*') < 0 ? Finding.Form.WHOLE : Finding.Form.MASKED,
            WEIGHT));
  }

  /** Adds the addresses of a stretch whose @ is written (at). */
  static void find(Stretch in, Candidates out) {
    if (!in.has(Signs.GAP)) {
      return;
    }
    for (int i = 1; i + 2 < in.size(); i++) {
      if (in.kind(i) == Signs.GAP && in.face(i + 1) == 'A' && OPEN.indexOf(in.face(i)) >= 0) {
        find(in.text(), in.from(i), out);
      }
    }
  }

  /** Behind an @, (at), [at] or 艾特 that stands at {@code at}; -1 where none does. */
  static int signEnd(String text, int at) {
    char c = text.charAt(at);
    if (c == '@' || c == '＠') {
      return at + 1;
    }
    if (c < 0x80 && c != '(' && c != '[' && c != '{') {
      return -1;
    }
    if (c == '艾') {
      return text.startsWith("艾特", at) ? at + 2 : -1;
    }
    return bracketed(text, at, "AT");
  }

  /** Behind a word in brackets, with a space at most before and behind it; -1 without one. */
  private static int bracketed(String text, int at, String word) {
    if (OPEN.indexOf(text.charAt(at)) < 0) {
      return -1;
    }
    int place = DateNumbers.space(text, at + 1);
    for (int i = 0; i < word.length(); i++, place++) {
      if (place >= text.length() || Signs.face(text.charAt(place)) != word.charAt(i)) {
        return -1;
      }
    }
    place = DateNumbers.space(text, place);
    return place < text.length() && CLOSE.indexOf(text.charAt(place)) >= 0 ? place + 1 : -1;
  }

  /** Where the @ stands to which signs of a first part lead from {@code from}; -1 without one. */
  static int sign(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_LOCAL);
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (signEnd(text, at) > 0) {
        return at;
      }
      if (!alphanumeric(face(c)) && LOCAL.indexOf(face(c)) < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** Where the part before the @ begins, or -1. */
  private static int local(String text, int at) {
    int place = at;
    while (place > 0 && at - place < 2 && space(text.charAt(place - 1))) {
      place--;
    }
    int begin = place;
    int first = -1;
    while (begin > 0 && place - begin < LONGEST_LOCAL) {
      char c = text.charAt(begin - 1);
      char face = face(c);
      if (alphanumeric(face)) {
        first = begin - 1;
      } else if (LOCAL.indexOf(face) < 0 && Signs.kind(c) != Signs.IGNORED) {
        break;
      }
      begin--;
    }
    return first;
  }

  /** Where the domain ends that begins at {@code from}, or -1. */
  private static int domain(String text, int from) {
    int place = from;
    while (place < text.length() && place - from < 2 && space(text.charAt(place))) {
      place++;
    }
    int end = -1;
    int label = 0;
    int letters = 0;
    int labels = 0;
    int limit = Math.min(text.length(), place + LONGEST_DOMAIN);
    while (place < limit) {
      char c = text.charAt(place);
      char face = face(c);
      int dot = label > 0 && !alphanumeric(face) ? dotEnd(text, place) : -1;
      if (dot > 0) {
        labels++;
        label = 0;
        letters = 0;
        place = dot;
      } else if (alphanumeric(face)) {
        label++;
        letters += face > '9' ? 1 : 0;
        end = labels > 0 && letters == label && label >= 2 ? place + 1 : end;
        place++;
      } else if (face == '-' && label > 0) {
        label++;
        place++;
      } else if (Signs.kind(c) == Signs.IGNORED
          || (c == ' ' && mayPass(text, place, label == 0 && labels > 0))) {
        place++;
      } else {
        break;
      }
    }
    return end;
  }

  /** A space before a dot, or one behind it. */
  private static boolean mayPass(String text, int at, boolean behindDot) {
    boolean before = at + 1 < text.length() && dotEnd(text, at + 1) > 0;
    return before || (behindDot && text.charAt(at - 1) != ' ');
  }

  /** Behind a dot, (dot), or 点 between letters; -1 where none stands. */
  private static int dotEnd(String text, int at) {
    char c = text.charAt(at);
    if (c == '.' || c == '．' || c == '。') {
      return at + 1;
    }
    if (c == '点') {
      return at + 1 < text.length() && alphanumeric(face(text.charAt(at + 1))) ? at + 1 : -1;
    }
    return bracketed(text, at, "DOT");
  }

  private static boolean space(char c) {
    return c == ' ' || c == '\u3000' || c == '\u00A0';
  }

  private static char face(char c) {
    char face = Signs.face(c);
    return Signs.kind(c) == Signs.NUMERAL || Signs.kind(c) == Signs.PLAIN ? c : face;
  }

  private static boolean alphanumeric(char face) {
    return (face >= '0' && face <= '9') || (face >= 'A' && face <= 'Z');
  }

  /** Appends what stands between two places in small letters and without spaces. */
  private static void plain(String text, int begin, int end, StringBuilder plain) {
    int i = begin;
    while (i < end) {
      char c = text.charAt(i);
      char face = face(c);
      int dot = alphanumeric(face) ? -1 : dotEnd(text, i);
      if (dot > 0) {
        plain.append('.');
      } else if (!space(c) && Signs.kind(c) != Signs.IGNORED) {
        plain.append(face >= 'A' && face <= 'Z' ? (char) (face + ('a' - 'A')) : face);
      }
      i = Math.max(dot, i + 1);
    }
  }
}
