package io.tidemark.chainsim.chain;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code chain.yaml} says: parties, people, grants. */
public record Chain(List<Party> parties, List<Member> people, List<Grant> grants) {

  /** Somebody who acts for a party. */
  public record Member(String id, String party, List<String> duties) {}

  /**
   * What a party may receive.
   *
   * @param purpose one of the policy's purposes
   * @param forms for the fields whose form is not the policy's default
   */
  public record Grant(
      String to,
      String purpose,
      List<FieldClass> columns,
      Map<FieldClass, Form> forms,
      long peopleAtMost,
      LocalDate until,
      List<String> approvedBy) {}

  /** The text of {@code chain.yaml}. */
  public String yaml() {
    return "parties:\n"
        + lines(parties.stream().map(Chain::party).toList())
        + "people:\n"
        + lines(people.stream().map(Chain::member).toList())
        + "grants:\n"
        + grants.stream().map(Chain::grant).collect(Collectors.joining());
  }

  private static String party(Party party) {
    Optional<String> parent = party.parent().map(id -> ", parent: " + id);
    return "{id: "
        + party.id()
        + ", kind: "
        + party.kind().id()
        + parent.orElse("")
        + ", name: "
        + party.name()
        + "}";
  }

  private static String member(Member member) {
    return "{id: "
        + member.id()
        + ", party: "
        + member.party()
        + ", duties: ["
        + String.join(", ", member.duties())
        + "]}";
  }

  private static String grant(Grant grant) {
    return "  - to: "
        + grant.to()
        + "\n"
        + "    purpose: "
        + grant.purpose()
        + "\n"
        + "    columns: "
        + Columns.yaml(grant.columns())
        + "\n"
        + forms(grant.forms())
        + "    people_at_most: "
        + grant.peopleAtMost()
        + "\n"
        + "    until: "
        + grant.until()
        + "\n"
        + "    approved_by: ["
        + String.join(", ", grant.approvedBy())
        + "]\n";
  }

  private static String forms(Map<FieldClass, Form> forms) {
    return forms.isEmpty()
        ? ""
        : forms.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(form -> form.getKey().zh() + ": " + form.getValue().id())
            .collect(Collectors.joining(", ", "    forms: {", "}\n"));
  }

  private static String lines(List<String> items) {
    return items.stream().map(item -> "  - " + item + "\n").collect(Collectors.joining());
  }
}
