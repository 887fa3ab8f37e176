package io.tidemark.authorise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** On which fields a request may put a condition. */
class ConditionalTest {
  private static final Set<FieldClass> NAMING =
      EnumSet.of(
          FieldClass.NAME,
          FieldClass.IDENTITY_NUMBER,
          FieldClass.MOBILE,
          FieldClass.PLATE,
          FieldClass.VIN,
          FieldClass.ENGINE_NUMBER,
          FieldClass.POLICY_NUMBER);

  private final Chain chain = Chains.chain();
  private final Policy policy = lookingUp(FieldClass.REMARK);

  /** Staff look this field up in plain for renewals, and the premium masked. */
  private static Policy lookingUp(FieldClass field) {
    Policy some = Chains.policy();
    LookUps.Task task = new LookUps.Task("call", new Words("来电", "a call"), Chains.RENEWAL, true);
    LookUps lookUps =
        new LookUps(
            Map.of("call", task),
            List.of(
                new LookUps.Rule(
                    Duty.STAFF,
                    task,
                    Scope.EVERYBODY,
                    Map.of(field, Form.PLAIN, FieldClass.PREMIUM, Form.MASKED),
                    false,
                    new Pace(1, 1, 1, 1))));
    return new Policy(
        some.version(),
        some.digest(),
        some.fields(),
        some.kinds(),
        some.combinations(),
        some.purposes(),
        some.allowances(),
        some.approvals(),
        some.glass(),
        some.demands(),
        some.honeyShare(),
        some.bound(),
        lookUps,
        Naming.USUAL,
        NoticeTerms.USUAL,
        Retention.SILENT,
        AliasTerms.USUAL,
        ScreenTerms.USUAL);
  }

  private Optional<String> refused(String person, List<FieldClass> columns, FieldClass... fields) {
    Actor actor = Actor.person(person, chain).orElseThrow();
    Ask ask = new Ask(person, "ag-1", Chains.RENEWAL, columns, 1);
    return new Authority(policy, chain, Usage.NONE)
        .condition(actor, ask, Set.of(fields))
        .map(Refusal::rule);
  }

  @Test
  void whatIsAskedForInPlainMayBeAskedAbout() {
    List<FieldClass> columns = List.of(FieldClass.ADDRESS, FieldClass.MODEL);
    assertThat(refused("zhao", columns, FieldClass.ADDRESS)).isEmpty();
    assertThat(refused("zhao", columns, FieldClass.ADDRESS, FieldClass.MODEL)).isEmpty();
    assertThat(refused("zhao", List.of(FieldClass.MODEL), FieldClass.ADDRESS))
        .hasValue("beyond-request-condition");
  }

  @Test
  void whatOnesDutyLooksUpInPlainForThePurposeMayBeAskedAbout() {
    List<FieldClass> columns = List.of(FieldClass.MODEL);
    assertThat(refused("zhao", columns, FieldClass.REMARK)).isEmpty();
    assertThat(refused("chen", columns, FieldClass.REMARK)).hasValue("beyond-request-condition");
    assertThat(refused("zhao", columns, FieldClass.PREMIUM)).hasValue("beyond-request-condition");
  }

  @Test
  void aGeneralFieldMayBeAskedAboutUnlessItMakesTheListGraver() {
    assertThat(refused("zhao", List.of(FieldClass.MODEL), FieldClass.EXPIRY)).isEmpty();
    assertThat(refused("zhao", List.of(FieldClass.NAME), FieldClass.MODEL)).isEmpty();
    assertThat(refused("zhao", List.of(FieldClass.NAME), FieldClass.EXPIRY))
        .hasValue("beyond-request-condition");
  }

  @Property
  void noConditionIsEverOnANumberOrAName(@ForAll Set<FieldClass> fields) {
    List<FieldClass> columns = List.of(FieldClass.values());
    Optional<String> rule = refused("zhao", columns, fields.toArray(FieldClass[]::new));
    boolean naming = fields.stream().anyMatch(NAMING::contains);
    assertThat(rule.equals(Optional.of("condition-names-people"))).isEqualTo(naming);
  }
}
