package io.tidemark.find.number;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Signs;
import java.util.Locale;

/**
 * E-mail addresses (the dot-atom of RFC 5322, a domain of RFC 1035 with a last label of letters),
 * in any width, with spaces around @ and dots; stars may hide some of the first part. What stands
 * around an @ is read from the text itself.
 */
final class Emails {
  private static final int WEIGHT = 99;
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 80;
  private static final String LOCAL = "._%+-*";

  private Emails() {}

  /** Adds the address around the @ at {@code at}. */
  static void find(String text, int at, Candidates out) {
    int begin = local(text, at);
    int end = domain(text, at + 1);
    if (begin < 0 || end < 0) {
      return;
    }
    String value = plain(text, begin, end);
    Finding.Form form = value.indexOf('*') < 0 ? Finding.Form.WHOLE : Finding.Form.MASKED;
    out.add(
        Candidate.of(FoundClass.EMAIL, new Span(begin, end), Confidence.HIGH, value, form, WEIGHT));
  }

  /** Where the @ stands to which signs of a first part lead from {@code from}; -1 without one. */
  static int sign(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_LOCAL);
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (c == '@' || c == '＠') {
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
      if (alphanumeric(face)) {
        label++;
        letters += face > '9' ? 1 : 0;
        end = labels > 0 && letters == label && label >= 2 ? place + 1 : end;
      } else if (dot(text, place) && label > 0) {
        labels++;
        label = 0;
        letters = 0;
      } else if (!(face == '-' && label > 0) && Signs.kind(c) != Signs.IGNORED) {
        if (!(c == ' '
            && place + 1 < limit
            && (dot(text, place + 1)
                || label == 0 && labels > 0 && text.charAt(place - 1) != ' '))) {
          break;
        }
      } else {
        label += face == '-' ? 1 : 0;
      }
      place++;
    }
    return end;
  }

  private static boolean dot(String text, int at) {
    char c = text.charAt(at);
    return c == '.' || c == '．' || c == '。';
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

  private static String plain(String text, int begin, int end) {
    StringBuilder plain = new StringBuilder();
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (!space(c) && Signs.kind(c) != Signs.IGNORED) {
        plain.append(c == '＠' ? '@' : c == '。' ? '.' : face(c));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
