package io.tidemark.formats.settings;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Limits;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.Allowance;
import io.tidemark.authorise.Policy.Use;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Party;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the grants of a chain file and holds each against the policy's ceilings. */
final class GrantReader {
  /** The duties that let a person approve. */
  static final Set<Duty> APPROVING =
      Set.of(Duty.PROTECTION_OFFICER, Duty.APPROVER, Duty.SECOND_APPROVER);

  private final Chain chain;
  private final Known known;
  private final Policy policy;
  private final LocalDate today;
  private final Grant.State state;

  /**
   * @param chain the parties and people of the file and those that were there before
   */
  GrantReader(Chain chain, Known known, Policy policy, LocalDate today, Grant.State state) {
    this.chain = chain;
    this.known = known;
    this.policy = policy;
    this.today = today;
    this.state = state;
  }

  Optional<Grant> read(Value item) {
    Section grant =
        Section.of(
            item,
            "to",
            "purpose",
            "columns",
            "forms?",
            "people_at_most",
            "from?",
            "until",
            "hours?",
            "channels?",
            "quota?",
            "approved_by");
    Optional<String> to = grant.read("to", known::party);
    Optional<String> purpose =
        grant.read("purpose", value -> Purposes.known(policy.purposes().keySet(), value));
    Set<FieldClass> columns =
        grant.value("columns").map(value -> value.distinct(Value::column)).orElse(Set.of());
    Map<FieldClass, Form> forms = forms(grant, columns);
    Optional<Integer> people = grant.read("people_at_most", value -> value.number(1));
    Optional<LocalDate> until = grant.read("until", this::notPast);
    Limits limits = LimitsReader.read(grant, until);
    Set<String> approvers =
        grant.value("approved_by").map(value -> value.distinct(this::approver)).orElse(Set.of());
    if (to.isEmpty() || purpose.isEmpty()) {
      return Optional.empty();
    }
    allowance(grant, to.get(), purpose.get())
        .ifPresent(allowance -> new Ceiling(grant, allowance).check(people));
    return people.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Grant(
                GrantId.random(),
                to.get(),
                purpose.get(),
                List.copyOf(columns),
                forms,
                people.get(),
                until.get(),
                limits,
                Actor.OPERATOR,
                approvers,
                Set.of(),
                state));
  }

  private static Map<FieldClass, Form> forms(Section grant, Set<FieldClass> columns) {
    Map<FieldClass, Form> forms = new EnumMap<>(FieldClass.class);
    for (Value.Entry entry : grant.value("forms").map(Value::entries).orElse(List.of())) {
      Optional<FieldClass> column = entry.name().column();
      Optional<Form> form = entry.value().named(Form::named, "形式", "form");
      if (column.isPresent() && !columns.contains(column.get())) {
        entry.name().fault(column.get().zh(), "不在 columns 之中", "is not among the columns");
      } else if (column.isPresent() && form.isPresent()) {
        forms.put(column.get(), form.get());
      }
    }
    return forms;
  }

  private Optional<LocalDate> notPast(Value value) {
    Optional<LocalDate> until = value.date();
    if (until.isPresent() && until.get().isBefore(today)) {
      value.fault(
          until.get().toString(),
          "授权已经到期（今天是 " + today + "）",
          "the grant has ended already (today is " + today + ")");
    }
    return until;
  }

  private Optional<String> approver(Value value) {
    Optional<String> id = known.person(value);
    Optional<Person> person = id.flatMap(chain::person);
    if (person.isPresent() && person.get().duties().stream().noneMatch(APPROVING::contains)) {
      value.fault(
          person.get().id(),
          "没有审批职责（approver、second-approver、protection-officer）",
          "has no approving duty (approver, second-approver, protection-officer)");
    }
    return id;
  }

  /** What the policy allows for this purpose and the party's kind; notes when that is nothing. */
  private Optional<Allowance> allowance(Section grant, String to, String purpose) {
    Optional<Party> party = chain.party(to);
    if (party.isEmpty()) {
      return Optional.empty();
    }
    Allowance allowance = policy.allowances().get(new Use(purpose, party.get().kind()));
    if (allowance == null) {
      String kind = party.get().kind().id();
      grant
          .value("purpose")
          .ifPresent(
              value ->
                  value.fault(
                      purpose,
                      "制度不允许为此目的提供给 " + kind,
                      "the policy gives nothing to a " + kind + " for this purpose"));
    }
    return Optional.ofNullable(allowance);
  }
}
