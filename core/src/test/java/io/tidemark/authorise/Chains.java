package io.tidemark.authorise;

import io.tidemark.terms.Channel;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small chain and a policy for it. */
public final class Chains {
  /** The purpose that everything is asked for. */
  public static final String RENEWAL = "renewal-service";

  /** What everybody asks for. */
  public static final List<FieldClass> COLUMNS =
      List.of(FieldClass.NAME, FieldClass.MOBILE, FieldClass.ADDRESS);

  static final LocalDate UNTIL = LocalDate.of(2027, 12, 31);

  private Chains() {}

  /** Two levels of approval, one purpose, for agents. */
  public static Policy policy() {
    Map<FieldClass, Policy.FieldRule> fields = new EnumMap<>(FieldClass.class);
    for (FieldClass field : FieldClass.values()) {
      fields.put(field, new Policy.FieldRule(Grade.SENSITIVE, "test"));
    }
    fields.put(FieldClass.MODEL, new Policy.FieldRule(Grade.GENERAL, "test"));
    fields.put(FieldClass.EXPIRY, new Policy.FieldRule(Grade.GENERAL, "test"));
    Map<FieldClass, Form> forms = new EnumMap<>(FieldClass.class);
    forms.put(FieldClass.NAME, Form.PLAIN);
    forms.put(FieldClass.MOBILE, Form.MASKED);
    forms.put(FieldClass.ADDRESS, Form.PLAIN);
    forms.put(FieldClass.MODEL, Form.PLAIN);
    forms.put(FieldClass.PLATE, Form.ALIAS);
    return new Policy(
        "test",
        Digest.sha256("policy"),
        fields,
        List.of(
            new Policy.Combination(Set.of(FieldClass.NAME, FieldClass.EXPIRY), Grade.IMPORTANT)),
        Map.of(RENEWAL, new Policy.Purpose(RENEWAL, new Words("续保", "renewal"), "contract", 30)),
        Map.of(
            new Policy.Use(RENEWAL, PartyKind.AGENT),
            new Policy.Allowance(1_000, forms, Map.of(FieldClass.MOBILE, Form.PLAIN), Set.of())),
        List.of(
            new Policy.ApprovalRule(Grade.GENERAL, 0, 1, Set.of(Duty.APPROVER)),
            new Policy.ApprovalRule(
                Grade.SENSITIVE, 100, 2, Set.of(Duty.APPROVER, Duty.PROTECTION_OFFICER))),
        new Policy.BreakGlass(Set.of(Duty.PROTECTION_OFFICER)),
        List.of(new Policy.Demand(true, Set.of(), Set.of(), 25, LeakCondition.AS_RELEASED, 10)),
        0,
        1e-6);
  }

  /** The same policy, giving agents something else, under another digest. */
  public static Policy giving(Policy.Allowance allowance, Policy.ApprovalRule... approvals) {
    Policy some = policy();
    return new Policy(
        "next",
        Digest.sha256("next policy"),
        some.fields(),
        some.combinations(),
        some.purposes(),
        Map.of(new Policy.Use(RENEWAL, PartyKind.AGENT), allowance),
        approvals.length == 0 ? some.approvals() : List.of(approvals),
        some.glass(),
        some.demands(),
        some.honeyShare(),
        some.bound());
  }

  /** A grant of {@link #COLUMNS} to a party. */
  public static Grant grant(String to, Grant.State state) {
    return new Grant(
        new GrantId("g-0000000000000000"),
        to,
        RENEWAL,
        COLUMNS,
        Map.of(FieldClass.MOBILE, Form.PLAIN),
        500,
        UNTIL,
        Limits.NONE,
        Actor.OPERATOR,
        Set.of("chen", "liu"),
        Set.of(),
        state);
  }

  /** Six people of five duties, and these grants. */
  public static Chain chain(Grant... grants) {
    Map<String, Party> parties = new LinkedHashMap<>();
    parties.put("hq", new Party("hq", PartyKind.INSURER, Optional.empty(), "总公司"));
    parties.put("ag-1", new Party("ag-1", PartyKind.AGENT, Optional.of("hq"), "代理"));
    Map<String, Person> people = new LinkedHashMap<>();
    person(people, "liu", Duty.PROTECTION_OFFICER);
    person(people, "chen", Duty.APPROVER);
    person(people, "wang", Duty.APPROVER, Duty.STAFF);
    person(people, "zhao", Duty.STAFF);
    person(people, "sun", Duty.INVESTIGATOR);
    person(people, "qian", Duty.AUDITOR);
    return new Chain(parties, people, List.of(grants));
  }

  private static void person(Map<String, Person> people, String id, Duty... duties) {
    people.put(id, new Person(id, "hq", Set.of(duties)));
  }

  /** A permit to release these fields in these forms to an agent. */
  public static Permit permit(String party, Map<FieldClass, Form> forms, int people) {
    return new Permit(
        Act.RELEASE,
        Actor.OPERATOR,
        Optional.of(new Party(party, PartyKind.AGENT, Optional.empty(), party)),
        RENEWAL,
        new Basis.StandingGrant(grant(party, Grant.State.ACTIVE)),
        Channel.FILE,
        forms,
        people);
  }
}
