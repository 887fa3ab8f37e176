package io.tidemark.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule that refuses, by its name; and that no order of steps gets round them. */
final class AuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Chain CHAIN = Chains.chain(Chains.grant("ag-1", Grant.State.FOUNDING));
  private static final Authority AUTHORITY = new Authority(Chains.policy(), CHAIN, Usage.NONE);

  private static Ask ask(String to, int people, FieldClass... columns) {
    List<FieldClass> wanted = columns.length == 0 ? Chains.COLUMNS : List.of(columns);
    return new Ask("zhao", to, Chains.RENEWAL, wanted, people);
  }

  private static Actor actor(String id) {
    return Actor.person(id, CHAIN).orElseThrow();
  }

  private static String rule(Decision decision) {
    return decision.either(permit -> "permit", needed -> "approval", Refusal::rule);
  }

  private static String release(Chain chain, Ask ask) {
    return rule(new Authority(Chains.policy(), chain, Usage.NONE).release(actor("zhao"), ask, NOW));
  }

  private static String rule(Optional<Refusal> refusal) {
    return refusal.map(Refusal::rule).orElse("permit");
  }

  @Test
  void aStandingGrantReleasesInItsFormsAndOrder() {
    Decision decision = AUTHORITY.release(actor("zhao"), ask("ag-1", 500), NOW);
    assertThat(decision).isInstanceOf(Permit.class);
    Permit permit = (Permit) decision;
    assertThat(permit.forms())
        .containsExactly(
            Map.entry(FieldClass.NAME, Form.PLAIN),
            Map.entry(FieldClass.MOBILE, Form.PLAIN),
            Map.entry(FieldClass.ADDRESS, Form.PLAIN));
    assertThat(permit.people()).isEqualTo(500);
    assertThat(permit.basis().text()).isEqualTo("grant g-0000000000000000");
    assertThat(permit.actor()).isEqualTo("zhao");
  }

  @Test
  void notYourDuty() {
    assertThat(rule(AUTHORITY.release(actor("qian"), ask("ag-1", 1), NOW)))
        .isEqualTo("not-your-duty");
    assertThat(rule(AUTHORITY.request(actor("sun"), ask("ag-1", 1), NOW)))
        .isEqualTo("not-your-duty");
    assertThat(rule(AUTHORITY.inquire(actor("zhao"), "leak", 1))).isEqualTo("not-your-duty");
    assertThat(rule(AUTHORITY.select(actor("qian"), "renewal"))).isEqualTo("not-your-duty");
    assertThat(rule(AUTHORITY.inquire(actor("sun"), "leak", 9))).isEqualTo("permit");
    assertThat(rule(AUTHORITY.select(Actor.operator(), "renewal"))).isEqualTo("permit");
  }

  @Test
  void unknownParty() {
    assertThat(release(CHAIN, ask("nobody", 1))).isEqualTo("unknown-party");
  }

  @Test
  void unknownPurpose() {
    assertThat(release(CHAIN, new Ask("zhao", "ag-1", "gossip", Chains.COLUMNS, 1)))
        .isEqualTo("unknown-purpose");
  }

  @Test
  void nothingAsked() {
    assertThat(release(CHAIN, ask("ag-1", 0))).isEqualTo("nothing-asked");
    assertThat(release(CHAIN, ask("ag-1", -5))).isEqualTo("nothing-asked");
    assertThat(release(CHAIN, new Ask("zhao", "ag-1", Chains.RENEWAL, List.of(), 5)))
        .isEqualTo("nothing-asked");
  }

  @Test
  void noGrant() {
    assertThat(release(Chains.chain(), ask("ag-1", 1))).isEqualTo("no-grant");
    assertThat(release(CHAIN, ask("hq", 1))).isEqualTo("no-grant");
  }

  @Test
  void aGrantThatIsNotInForceIsRefusedByWhatItIs() {
    assertThat(release(Chains.chain(Chains.grant("ag-1", Grant.State.PROPOSED)), ask("ag-1", 1)))
        .isEqualTo("grant-not-approved");
    assertThat(release(Chains.chain(Chains.grant("ag-1", Grant.State.REVOKED)), ask("ag-1", 1)))
        .isEqualTo("grant-revoked");
  }

  @Test
  void aGrantEndsAtMidnightInChina() {
    Ask ask = ask("ag-1", 1);
    Instant last = Instant.parse("2027-12-31T15:59:59Z");
    assertThat(rule(AUTHORITY.release(actor("zhao"), ask, last))).isEqualTo("permit");
    assertThat(rule(AUTHORITY.release(actor("zhao"), ask, last.plusSeconds(1))))
        .isEqualTo("grant-expired");
  }

  @Test
  void anExpiredGrantDoesNotHideAUsableOne() {
    Chain both =
        Chains.chain(
            Chains.grant("ag-1", Grant.State.REVOKED), Chains.grant("ag-1", Grant.State.ACTIVE));
    assertThat(release(both, ask("ag-1", 1))).isEqualTo("permit");
  }

  @Test
  void beyondGrantColumns() {
    assertThat(release(CHAIN, ask("ag-1", 1, FieldClass.NAME, FieldClass.MODEL)))
        .isEqualTo("beyond-grant-columns");
  }

  @Test
  void beyondGrantPeople() {
    assertThat(release(CHAIN, ask("ag-1", 501))).isEqualTo("beyond-grant-people");
  }

  @Test
  void purposeNotForKind() {
    assertThat(release(Chains.chain(Chains.grant("hq", Grant.State.FOUNDING)), ask("hq", 1)))
        .isEqualTo("purpose-not-for-kind");
    assertThat(rule(AUTHORITY.request(actor("zhao"), ask("hq", 1), NOW)))
        .isEqualTo("purpose-not-for-kind");
  }

  @Test
  void fieldNotAllowed() {
    assertThat(rule(AUTHORITY.request(actor("zhao"), ask("ag-1", 1, FieldClass.VIN), NOW)))
        .isEqualTo("field-not-allowed");
  }

  @Test
  void tooManyPeople() {
    assertThat(rule(AUTHORITY.request(actor("zhao"), ask("ag-1", 1_001), NOW)))
        .isEqualTo("too-many-people");
  }

  @Test
  void aFormAboveTheCeilingIsNotAllowedEvenWhereAGrantSaysSo() {
    Grant grant = Chains.grant("ag-1", Grant.State.FOUNDING);
    Grant wide =
        new Grant(
            grant.id(),
            grant.to(),
            grant.purpose(),
            List.of(FieldClass.PLATE),
            Map.of(FieldClass.PLATE, Form.PLAIN),
            500,
            grant.until(),
            grant.limits(),
            grant.askedBy(),
            grant.approvers(),
            grant.approved(),
            grant.state());
    assertThat(release(Chains.chain(wide), ask("ag-1", 1, FieldClass.PLATE)))
        .isEqualTo("form-not-allowed");
  }

  @Test
  void noAliasForAnythingButThePhone() {
    Request approved = approved(request(1, FieldClass.PLATE));
    assertThat(use(approved, NOW)).isEqualTo("no-alias-for-field");
  }

  @Test
  void noApprovalRule() {
    Policy policy = Chains.policy();
    Policy silent =
        new Policy(
            policy.version(),
            policy.digest(),
            policy.fields(),
            policy.combinations(),
            policy.purposes(),
            policy.allowances(),
            List.of(),
            policy.glass(),
            policy.demands(),
            0,
            1e-6);
    assertThat(
            rule(
                new Authority(silent, CHAIN, Usage.NONE)
                    .request(actor("zhao"), ask("ag-1", 1), NOW)))
        .isEqualTo("no-approval-rule");
  }

  @Test
  void moreAndGraverDataNeedsMoreApprovers() {
    assertThat(needed(ask("ag-1", 100)).quorum()).isEqualTo(1);
    assertThat(needed(ask("ag-1", 101)).quorum()).isEqualTo(2);
    assertThat(needed(ask("ag-1", 101, FieldClass.MODEL)).quorum()).isEqualTo(1);
  }

  private static Policy.ApprovalRule needed(Ask ask) {
    Decision decision = AUTHORITY.request(actor("zhao"), ask, NOW);
    assertThat(decision).isInstanceOf(Decision.NeedsApproval.class);
    return ((Decision.NeedsApproval) decision).approvals();
  }

  @Test
  void fieldsTogetherAreGraverThanEach() {
    Policy policy = Chains.policy();
    assertThat(policy.grade(Set.of(FieldClass.EXPIRY))).isEqualTo(Grade.GENERAL);
    assertThat(policy.grade(Set.of(FieldClass.NAME))).isEqualTo(Grade.SENSITIVE);
    assertThat(policy.grade(Set.of(FieldClass.NAME, FieldClass.EXPIRY))).isEqualTo(Grade.IMPORTANT);
  }

  @Test
  void aLooseBoundIsRefused() {
    Policy p = Chains.policy();
    for (double bound : new double[] {0, -1, 0.011, Double.NaN}) {
      assertThatThrownBy(
              () ->
                  new Policy(
                      p.version(),
                      p.digest(),
                      p.fields(),
                      p.combinations(),
                      p.purposes(),
                      p.allowances(),
                      p.approvals(),
                      p.glass(),
                      p.demands(),
                      0,
                      bound))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPermitsDigestNamesEverythingThatItAllows() {
    Map<FieldClass, Form> forms = Map.of(FieldClass.NAME, Form.PLAIN);
    List<Permit> permits =
        List.of(
            Chains.permit("ag-1", forms, 5),
            Chains.permit("ag-2", forms, 5),
            Chains.permit("ag-1", forms, 6),
            Chains.permit("ag-1", Map.of(FieldClass.NAME, Form.MASKED), 5),
            Chains.permit("ag-1", Map.of(FieldClass.MOBILE, Form.PLAIN), 5));
    assertThat(permits.stream().map(Permit::digest)).doesNotHaveDuplicates();
    assertThat(Chains.permit("ag-1", forms, 5).digest()).isEqualTo(permits.get(0).digest());
  }

  @Test
  void aRequestIsUsedOnceApprovedUntilItsTimeEnds() {
    Request waiting = request(1);
    Request approved = approved(waiting);
    assertThat(use(waiting, NOW)).isEqualTo("not-approved");
    assertThat(use(approved, NOW)).isEqualTo("permit");
    assertThat(use(approved, approved.useBy())).isEqualTo("permit");
    assertThat(use(approved, approved.useBy().plusMillis(1))).isEqualTo("approval-expired");
    assertThat(use(waiting, waiting.decideBy().plusMillis(1))).isEqualTo("request-expired");
    assertThat(use(approved.after(Request.Step.USE, Request.State.USED), NOW))
        .isEqualTo("request-used");
    assertThat(use(approved.after(Request.Step.REVOKE, Request.State.REVOKED), NOW))
        .isEqualTo("request-revoked");
    assertThat(use(waiting.after(Request.Step.REJECT, Request.State.REJECTED), NOW))
        .isEqualTo("request-rejected");
  }

  @Test
  void anApprovedRequestNeverShowsMoreThanItsApproversSaw() {
    Request approved = approved(request(1));
    assertThat(mobile(approved, Form.MASKED)).isEqualTo(Form.MASKED);
    assertThat(mobile(approved, Form.PLAIN))
        .as("the next policy shows more")
        .isEqualTo(Form.MASKED);
    assertThat(mobile(approved, Form.WITHHELD)).as("it shows less").isEqualTo(Form.WITHHELD);
  }

  private static Form mobile(Request approved, Form now) {
    Policy pinned = Chains.policy();
    Map<FieldClass, Form> forms =
        new EnumMap<>(pinned.allowance(Chains.RENEWAL, CHAIN.party("ag-1")).orElseThrow().forms());
    forms.put(FieldClass.MOBILE, now);
    Policy next = Chains.giving(new Policy.Allowance(1_000, forms, Map.of(), Set.of()));
    Decision decision =
        new Authority(next, CHAIN, Usage.NONE).use(actor("zhao"), approved, pinned, NOW);
    return decision.either(
        permit -> Objects.requireNonNull(permit.forms().get(FieldClass.MOBILE)),
        needed -> Form.PLAIN,
        refusal -> Form.PLAIN);
  }

  @Test
  void anotherPolicyThanThePinnedOneDecidesNothing() {
    Request approved = approved(request(1));
    Policy next = Chains.giving(new Policy.Allowance(1, Map.of(), Map.of(), Set.of()));
    assertThatThrownBy(() -> AUTHORITY.use(actor("zhao"), approved, next, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String use(Request request, Instant now) {
    return rule(AUTHORITY.use(actor("zhao"), request, Chains.policy(), now));
  }

  private static Request approved(Request request) {
    return request.after(Request.Step.APPROVE, Request.State.APPROVED, Set.of(Voice.own("chen")));
  }

  private static Request request(int people, FieldClass... columns) {
    Ask ask = ask("ag-1", people, columns);
    return new Request(
        RequestId.random(),
        ask,
        Chains.policy().digest(),
        needed(ask),
        Set.of(),
        Request.State.WAITING,
        NOW,
        NOW.plus(Duration.ofDays(7)),
        NOW.plus(Duration.ofDays(30)),
        Optional.empty());
  }
}
