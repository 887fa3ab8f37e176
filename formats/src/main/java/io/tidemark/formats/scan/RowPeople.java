package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The people of one row. Parties of the table are one person unless their names or their identity
 * numbers differ; the staff is always somebody else. Not thread-safe.
 */
final class RowPeople {
  private static final Set<String> TITLES = Set.of("先生", "女士", "小姐", "太太", "师傅", "经理", "老师");

  private final List<Part> parts = new ArrayList<>();
  private final int[] whose;

  /** Findings about one. */
  static final class Part {
    final List<Finding> findings = new ArrayList<>();
    private final boolean main;
    private String name = "";
    private String identity = "";

    private Part(boolean main) {
      this.main = main;
    }

    /** The name, where its column says that it is one; empty where nobody knows it whole. */
    String name() {
      return name;
    }

    /** Whether the row is about this one. */
    boolean main() {
      return main;
    }

    private void add(Finding finding, boolean inNames) {
      findings.add(finding);
      if (finding.form() != Finding.Form.WHOLE) {
        return;
      }
      String value = finding.value().reveal(Reveal.CLASSIFY);
      if (inNames && finding.found() == FoundClass.NAME && !titled(value)) {
        name = name.isEmpty() ? value : name;
      } else if (Persons.citizen(finding.found())) {
        identity = identity.isEmpty() ? value : identity;
      }
    }

    /** Whether it is no more than a surname and a title: 李先生, 欧阳女士. */
    private static boolean titled(String name) {
      int title = name.length() - 2;
      return title >= 1 && title <= 2 && TITLES.contains(name.substring(title));
    }

    private boolean differs(Part other) {
      return differ(name, other.name) || differ(identity, other.identity);
    }

    private boolean tells() {
      return !name.isEmpty() || !identity.isEmpty();
    }

    private static boolean differ(String one, String other) {
      return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private void join(Part other) {
      findings.addAll(other.findings);
      name = name.isEmpty() ? other.name : name;
      identity = identity.isEmpty() ? other.identity : identity;
    }
  }

  private RowPeople(int findings) {
    whose = new int[findings];
  }

  static RowPeople of(InRow row, Roles roles) {
    Part[] parties = new Part[roles.count()];
    List<Finding> findings = row.findings();
    RowPeople people = new RowPeople(findings.size());
    for (int i = 0; i < people.whose.length; i++) {
      int party = roles.party(row.column(i));
      if (parties[party] == null) {
        parties[party] = new Part(party == 0);
      }
      parties[party].add(findings.get(i), roles.name(row.column(i)));
    }
    int[] part = new int[parties.length];
    for (int party = 0; party < parties.length; party++) {
      if (parties[party] != null) {
        part[party] = people.join(parties[party], party == Roles.STAFF);
      }
    }
    for (int i = 0; i < people.whose.length; i++) {
      people.whose[i] = part[roles.party(row.column(i))];
    }
    return people;
  }

  private int join(Part party, boolean staff) {
    for (int i = 0; i < parts.size() && !staff; i++) {
      Part part = parts.get(i);
      boolean said = part.tells() && party.tells();
      if (!part.differs(party) && (said || part.main())) {
        part.join(party);
        return i;
      }
    }
    parts.add(party);
    return parts.size() - 1;
  }

  /** The people, whom the row is about first. */
  List<Part> parts() {
    return parts;
  }

  /** Which of them a finding of the row is about. */
  int part(int finding) {
    return whose[finding];
  }
}
