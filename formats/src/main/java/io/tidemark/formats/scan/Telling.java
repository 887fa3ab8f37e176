package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.people.Corroboration;
import io.tidemark.find.people.FoundPerson;
import io.tidemark.terms.Grade;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Gives findings their grade and person and tells the account of them. Not thread-safe. */
final class Telling {
  private final Account account;
  private final Map<FoundClass, Grade> grades;
  private final Persons people = new Persons();

  Telling(Ground ground, Account account) {
    this.account = account;
    this.grades = ground.grades();
  }

  Account account() {
    return account;
  }

  /**
   * Tells of what stands in one record, such as a picture, as one person's.
   *
   * @param path the file that the finding of that index stands in
   * @param place where in it
   */
  void inRecord(IntFunction<String> path, List<Finding> findings, IntFunction<Place> place)
      throws IOException {
    together(path, Corroboration.inRecord(findings), place);
  }

  /**
   * Tells of what stands together in a text, as one person's.
   *
   * @param path the file that the finding of that index stands in
   * @param place where in it
   */
  void inText(IntFunction<String> path, List<Finding> findings, IntFunction<Place> place)
      throws IOException {
    together(path, Corroboration.inText(findings), place);
  }

  private void together(IntFunction<String> path, List<Finding> findings, IntFunction<Place> place)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    long person = people.of(findings);
    double usable = new FoundPerson(findings).usable();
    for (int i = 0; i < findings.size(); i++) {
      tell(path.apply(i), findings.get(i), place.apply(i), person, usable);
    }
  }

  /**
   * Tells of what stands in a row, which may be about several people.
   *
   * @param place where the finding of that index stands
   */
  void row(String path, InRow row, Roles roles, IntFunction<Place> place) throws IOException {
    if (row.findings().isEmpty()) {
      return;
    }
    List<Finding> raised = Corroboration.inRecord(row.findings());
    RowPeople all = RowPeople.of(row, roles);
    int size = all.parts().size();
    long[] persons = new long[size];
    double[] usable = new double[size];
    for (int i = 0; i < size; i++) {
      RowPeople.Part part = all.parts().get(i);
      persons[i] = people.of(part.findings, part.name(), part.main());
      usable[i] = new FoundPerson(part.findings).usable();
    }
    for (int i = 0; i < raised.size(); i++) {
      int part = all.part(i);
      tell(path, raised.get(i), place.apply(i), persons[part], usable[part]);
    }
  }

  private void tell(String path, Finding finding, Place place, long person, double usable)
      throws IOException {
    Grade grade = grades.get(finding.found());
    account.sighted(
        new Sighting(path, place, finding, grade == null ? Grade.CORE : grade, person, usable));
  }
}
