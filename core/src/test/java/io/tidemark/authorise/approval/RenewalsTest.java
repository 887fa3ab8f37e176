package io.tidemark.authorise.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Chains;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Limits;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Usage;
import io.tidemark.authorise.Voice;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A renewal is proposed once, on terms that the policy still allows; who has left is named. */
final class RenewalsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final LocalDate LATER = LocalDate.of(2028, 12, 31);
  private static final Actor ZHAO = Actor.of(new Person("zhao", "hq", Set.of(Duty.STAFF)));
  private static final Grant GRANT = Chains.grant("ag-1", Grant.State.ACTIVE);

  private static Ruling<Grant> renew(Policy policy, Grant grant, Chain chain) {
    return new Renewals(new Authority(policy, chain, Usage.NONE), chain)
        .renew(ZHAO, grant, LATER, NOW);
  }

  private static String rule(Policy policy, Grant grant) {
    return renew(policy, grant, Chains.chain(grant))
        .<String>either(moved -> "proposed", refusal -> refusal.rule());
  }

  private static Policy giving(int people, Form mobile, Form mobileAtMost, Channel... channels) {
    Map<FieldClass, Form> forms = new EnumMap<>(FieldClass.class);
    Chains.COLUMNS.forEach(field -> forms.put(field, Form.PLAIN));
    forms.put(FieldClass.MOBILE, mobile);
    return Chains.giving(
        new Policy.Allowance(
            people, forms, Map.of(FieldClass.MOBILE, mobileAtMost), Set.of(channels)));
  }

  private static Grant by(Channel... channels) {
    return new Grant(
        GrantId.random(),
        GRANT.to(),
        GRANT.purpose(),
        GRANT.columns(),
        GRANT.forms(),
        GRANT.peopleAtMost(),
        GRANT.until(),
        new Limits(Set.of(channels), Optional.empty(), Optional.empty(), Optional.empty()),
        GRANT.askedBy(),
        GRANT.approvers(),
        GRANT.approved(),
        GRANT.state());
  }

  @Test
  void whatThePolicyStillAllowsIsProposed() {
    assertThat(rule(Chains.policy(), GRANT)).isEqualTo("proposed");
    assertThat(rule(giving(500, Form.MASKED, Form.PLAIN), GRANT)).isEqualTo("proposed");
    assertThat(rule(giving(500, Form.MASKED, Form.PLAIN, Channel.API), GRANT))
        .as("a silent grant has what the policy leaves")
        .isEqualTo("proposed");
    assertThat(rule(giving(500, Form.MASKED, Form.PLAIN, Channel.API), by(Channel.API)))
        .isEqualTo("proposed");
  }

  @Test
  void whatThePolicyDoesNotAllowAnyMoreIsNotProposed() {
    assertThat(rule(giving(499, Form.MASKED, Form.PLAIN), GRANT)).isEqualTo("too-many-people");
    assertThat(rule(giving(500, Form.MASKED, Form.MASKED), GRANT)).isEqualTo("form-not-allowed");
    assertThat(
            rule(giving(500, Form.MASKED, Form.PLAIN, Channel.API), by(Channel.API, Channel.FILE)))
        .isEqualTo("channel-not-allowed");
    Policy fewer =
        Chains.giving(
            new Policy.Allowance(500, Map.of(FieldClass.NAME, Form.PLAIN), Map.of(), Set.of()));
    assertThat(rule(fewer, GRANT)).isEqualTo("field-not-allowed");
    String said =
        renew(fewer, GRANT, Chains.chain(GRANT))
            .<String>either(moved -> "", refusal -> refusal.reason().en());
    assertThat(said).contains("cannot be renewed on these terms", "chain apply");
  }

  @Test
  void oneProposalWaitsForOneGrant() {
    Grant proposed = GRANT.renewed(GrantId.random(), LATER.plusDays(1), "zhao");
    Ruling<Grant> second = renew(Chains.policy(), GRANT, Chains.chain(GRANT, proposed));
    String said =
        second.<String>either(moved -> "", refusal -> refusal.rule() + " " + refusal.reason().en());
    assertThat(said).contains("renewal-waits", proposed.id().text(), "revoke");
    assertThat(
            renew(Chains.policy(), GRANT, Chains.chain(GRANT, proposed.revoked()))
                .<Boolean>either(moved -> true, refusal -> false))
        .as("one that was taken back does not wait")
        .isTrue();
    Grant another = by(Channel.FILE).renewed(GrantId.random(), LATER, "zhao");
    assertThat(
            renew(Chains.policy(), GRANT, Chains.chain(GRANT, another))
                .<Boolean>either(moved -> true, refusal -> false))
        .as("a proposal on other terms is another grant")
        .isTrue();
  }

  private static Chain without(String person, Grant grant) {
    Chain all = Chains.chain(grant);
    Map<String, Person> people = new LinkedHashMap<>(all.people());
    people.remove(person);
    return new Chain(all.parties(), people, all.grants());
  }

  @Test
  void aGrantThatNamesSomebodyWhoLeftSaysSo() {
    Grant waits = Chains.grant("ag-1", Grant.State.PROPOSED);
    Outstanding all = Outstanding.of(waits, Chains.chain(waits), TODAY);
    assertThat(all.named()).containsExactlyInAnyOrder("chen", "liu");
    assertThat(all.gone()).isEmpty();
    assertThat(all.remedy()).isEmpty();

    Outstanding left = Outstanding.of(waits, without("chen", waits), TODAY);
    assertThat(left.named()).containsExactlyInAnyOrder("chen", "liu");
    assertThat(left.gone()).containsExactly("chen");
    Words remedy = left.remedy().orElseThrow();
    assertThat(remedy.en()).contains("waits in vain for chen", "revoke", "chain apply");
    assertThat(remedy.zh()).contains("等不到 chen", "revoke", "chain apply");

    Grant spoken = waits.approvedBy(Voice.own("chen"));
    Outstanding before = Outstanding.of(spoken, without("chen", spoken), TODAY);
    assertThat(before.named()).containsExactly("liu");
    assertThat(before.remedy()).as("who left after the word was given").isEmpty();
    assertThat(Outstanding.of(GRANT, without("chen", GRANT), TODAY).named())
        .as("a grant in use waits for nobody")
        .isEmpty();
    assertThat(Outstanding.of(waits, without("chen", waits), LATER).remedy())
        .as("its last day has passed")
        .isEmpty();
  }

  @Test
  void whoHasNoDutyToApproveAnyMoreIsGoneToo() {
    Grant waits = Chains.grant("ag-1", Grant.State.PROPOSED);
    Chain all = Chains.chain(waits);
    Map<String, Person> people = new LinkedHashMap<>(all.people());
    people.put("chen", new Person("chen", "hq", Set.of(Duty.STAFF)));
    Chain chain = new Chain(all.parties(), people, all.grants());
    assertThat(Outstanding.of(waits, chain, TODAY).gone()).containsExactly("chen");
  }
}
