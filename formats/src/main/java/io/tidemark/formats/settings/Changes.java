package io.tidemark.formats.settings;

import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Limits;
import io.tidemark.authorise.Person;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a chain file adds and changes, in words. */
final class Changes {
  private Changes() {}

  static Words party(Optional<Party> before, Party party) {
    Words kind = party.kind().words();
    String zhUnder = party.parent().map(parent -> "，属 " + parent).orElse("");
    String enUnder = party.parent().map(parent -> ", under " + parent).orElse("");
    return new Words(
        (before.isPresent() ? "变更" : "新增") + "当事方 " + party.id() + "（" + kind.zh() + zhUnder + "）",
        (before.isPresent() ? "changes" : "adds")
            + (" party " + party.id() + " (" + kind.en() + enUnder + ")"));
  }

  static Words person(Optional<Person> before, Person person) {
    String duties =
        person.duties().stream().map(Duty::id).sorted().collect(Collectors.joining(", "));
    return new Words(
        (before.isPresent() ? "变更" : "新增")
            + ("人员 " + person.id() + "（" + person.party() + "，职责：" + duties + "）"),
        (before.isPresent() ? "changes" : "adds")
            + (" person " + person.id() + " (" + person.party() + ", duties: " + duties + ")"));
  }

  static Words grant(Grant grant, Words state) {
    String terms = grant.id() + ": " + grant.to() + ", " + grant.purpose();
    return new Words(
        "新增授权 "
            + terms
            + "，每份至多 "
            + grant.peopleAtMost()
            + " 人，至 "
            + grant.until()
            + "，"
            + state.zh(),
        "adds grant "
            + terms
            + (", at most " + grant.peopleAtMost() + " people, until " + grant.until())
            + (", " + state.en()));
  }

  /**
   * What a grant permits and who must say so: equal for grants that differ in id and state only.
   */
  record Terms(
      String to,
      String purpose,
      List<FieldClass> columns,
      Map<FieldClass, Form> forms,
      int peopleAtMost,
      LocalDate until,
      Limits limits,
      Set<String> approvers) {
    static Terms of(Grant grant) {
      return new Terms(
          grant.to(),
          grant.purpose(),
          grant.columns(),
          grant.forms(),
          grant.peopleAtMost(),
          grant.until(),
          grant.limits(),
          grant.approvers());
    }
  }
}
