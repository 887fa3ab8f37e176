package io.tidemark.find.people;

import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins findings into people, in the order of the text. A row of a list is somebody; lines that
 * follow each other go on about the same person as long as they bring what is missing. Somebody
 * else begins where a number or name comes that the person has already, or behind an empty line.
 * Stateless.
 */
public final class People {
  /** Lines without a finding that a record may go over. */
  private static final int FAR = 2;

  /** What a person has one of: another one is another person's. */
  private static final Set<FoundClass> ONE =
      EnumSet.of(
          FoundClass.NAME,
          FoundClass.IDENTITY_NUMBER,
          FoundClass.IDENTITY_NUMBER_15,
          FoundClass.RESIDENCE_PERMIT,
          FoundClass.PLATE,
          FoundClass.VIN,
          FoundClass.ENGINE_NUMBER,
          FoundClass.MOBILE,
          FoundClass.POLICY_NUMBER,
          FoundClass.EXPIRY);

  private People() {}

  /**
   * The people of a text.
   *
   * @param text the original
   * @param findings of all finders, in any order; those that overlap are taken as they come
   */
  public static List<FoundPerson> join(CharSequence text, List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::span));
    List<List<Finding>> rows = rows(text, sorted);
    List<FoundPerson> people = new ArrayList<>();
    Draft draft = new Draft();
    int end = 0;
    for (List<Finding> row : rows) {
      boolean apart = !draft.isEmpty() && apart(text, end, row.get(0).span().start());
      if (!draft.isEmpty() && (apart || draft.contradicts(row))) {
        people.add(draft.person());
        draft = new Draft();
      }
      for (Finding finding : row) {
        if (draft.contradicts(finding)) {
          people.add(draft.person());
          draft = new Draft();
        }
        draft.add(finding);
      }
      end = row.get(row.size() - 1).span().end();
    }
    if (!draft.isEmpty()) {
      people.add(draft.person());
    }
    return people;
  }

  /** The findings of each line that has some. */
  private static List<List<Finding>> rows(CharSequence text, List<Finding> sorted) {
    List<List<Finding>> rows = new ArrayList<>();
    int end = 0;
    for (Finding finding : sorted) {
      boolean begins = rows.isEmpty() || lines(text, end, finding.span().start())[0] > 0;
      if (begins) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(finding);
      end = Math.max(end, finding.span().end());
    }
    return rows;
  }

  /** Whether an empty line, or too many others, stand between two places. */
  private static boolean apart(CharSequence text, int from, int to) {
    int[] lines = lines(text, from, to);
    return lines[1] > 0 || lines[0] > FAR + 1;
  }

  /** How many lines end between two places, and how many of those are empty. */
  private static int[] lines(CharSequence text, int from, int to) {
    int ends = 0;
    int empty = 0;
    boolean blank = false;
    for (int i = from; i < Math.min(to, text.length()); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        empty += blank ? 1 : 0;
        ends++;
        blank = true;
      } else {
        blank &= Character.isWhitespace(c);
      }
    }
    return new int[] {ends, empty};
  }

  /** A person in the making. Not thread-safe. */
  private static final class Draft {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FoundClass, PersonalText> values = new EnumMap<>(FoundClass.class);

    boolean isEmpty() {
      return findings.isEmpty();
    }

    boolean contradicts(List<Finding> row) {
      return row.stream().anyMatch(this::contradicts);
    }

    boolean contradicts(Finding finding) {
      PersonalText known = values.get(finding.found());
      return known != null && !known.equals(finding.value());
    }

    void add(Finding finding) {
      findings.add(finding);
      if (ONE.contains(finding.found())) {
        values.putIfAbsent(finding.found(), finding.value());
      }
    }

    FoundPerson person() {
      return new FoundPerson(findings);
    }
  }
}
