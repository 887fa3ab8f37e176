package io.tidemark.formats.scan;

import io.tidemark.authorise.Policy;
import io.tidemark.classify.Labels;
import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.terms.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a scan goes by. Immutable, thread-safe.
 *
 * @param finders what finds in texts and cells
 * @param policy by which findings are graded
 * @param headings what headings of tables mean
 * @param today the day that dates lie around
 */
public record Ground(Finders finders, Policy policy, KnownHeadings headings, LocalDate today) {
  /** The same, where headings mean something else. */
  Ground with(KnownHeadings others) {
    return new Ground(finders, policy, others, today);
  }

  /** How values of a column are read. */
  Labels labels() {
    return Labels.asOf(today);
  }

  /** The grades of all classes. */
  Map<FoundClass, Grade> grades() {
    Map<FoundClass, Grade> grades = new EnumMap<>(FoundClass.class);
    for (FoundClass found : FoundClass.values()) {
      grades.put(found, policy.rule(found.kind()).grade());
    }
    return grades;
  }

  /** What stands in a text, in its order. */
  List<Finding> in(CharSequence text) {
    return in(text, finders.everything());
  }

  /** What one finder finds in a text, in its order. */
  static List<Finding> in(CharSequence text, Finder finder) {
    List<Finding> found = new ArrayList<>();
    finder.find(text, found::add);
    found.sort(Comparator.comparing(Finding::span));
    return found;
  }
}
