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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Each rule that refuses, by its name; and that no order of steps gets round them. */
final class AuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Chain CHAIN = Chains.chain(Chains.grant("ag-1", Grant.State.FOUNDING));
  private static final Authority AUTHORITY = new Authority(Chains.policy(), CHAIN);

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
    return rule(new Authority(Chains.policy(), chain).release(actor("zhao"), ask, NOW));
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
    assertThat(permit.basis()).isEqualTo("grant g-0000000000000000");
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
    assertThat(rule(AUTHORITY.approve(Actor.operator(), request(1), NOW)))
        .isEqualTo("not-your-duty");
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
  void grantNotUsable() {
    assertThat(release(Chains.chain(Chains.grant("ag-1", Grant.State.PROPOSED)), ask("ag-1", 1)))
        .isEqualTo("grant-not-usable");
    assertThat(release(Chains.chain(Chains.grant("ag-1", Grant.State.REVOKED)), ask("ag-1", 1)))
        .isEqualTo("grant-not-usable");
  }

  @Test
  void aGrantEndsAtMidnightInChina() {
    Ask ask = ask("ag-1", 1);
    Instant last = Instant.parse("2027-12-31T15:59:59Z");
    assertThat(rule(AUTHORITY.release(actor("zhao"), ask, last))).isEqualTo("permit");
    assertThat(rule(AUTHORITY.release(actor("zhao"), ask, last.plusSeconds(1))))
        .isEqualTo("grant-not-usable");
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
            grant.approvers(),
            grant.approved(),
            grant.state());
    assertThat(release(Chains.chain(wide), ask("ag-1", 1, FieldClass.PLATE)))
        .isEqualTo("form-not-allowed");
  }

  @Test
  void noAliasPool() {
    Request approved = request(1, FieldClass.PLATE).with(Set.of("chen"), Request.State.APPROVED);
    assertThat(rule(AUTHORITY.use(actor("zhao"), approved, NOW))).isEqualTo("no-alias-pool");
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
            policy.demands(),
            0,
            1e-6);
    assertThat(rule(new Authority(silent, CHAIN).request(actor("zhao"), ask("ag-1", 1), NOW)))
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
    return ((Decision.NeedsApproval) decision).rule();
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
                      p.demands(),
                      0,
                      bound))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void ownRequest() {
    Request own =
        new Request(
            RequestId.random(),
            new Ask("wang", "ag-1", Chains.RENEWAL, Chains.COLUMNS, 5),
            Chains.policy().digest(),
            Chains.policy().approvals().get(0),
            Set.of(),
            Request.State.WAITING,
            NOW,
            NOW);
    assertThat(rule(AUTHORITY.approve(actor("wang"), own, NOW))).isEqualTo("own-request");
    assertThat(rule(AUTHORITY.approve(actor("chen"), own, NOW))).isEqualTo("permit");
  }

  @Test
  void approvedAlready() {
    Request once = request(200).with(Set.of("chen"), Request.State.WAITING);
    assertThat(rule(AUTHORITY.approve(actor("chen"), once, NOW))).isEqualTo("approved-already");
  }

  @Test
  void notWaiting() {
    Request rejected = request(1).with(Set.of(), Request.State.REJECTED);
    assertThat(rule(AUTHORITY.approve(actor("chen"), rejected, NOW))).isEqualTo("not-waiting");
  }

  @Test
  void requestExpired() {
    assertThat(rule(AUTHORITY.approve(actor("chen"), request(1), NOW.plus(Duration.ofDays(8)))))
        .isEqualTo("request-expired");
  }

  @Test
  void notApproved() {
    for (Request.State state : Request.State.values()) {
      Request request = request(1).with(Set.of("chen"), state);
      assertThat(rule(AUTHORITY.use(actor("zhao"), request, NOW)))
          .isEqualTo(state == Request.State.APPROVED ? "permit" : "not-approved");
    }
  }

  @Test
  void approvalExpired() {
    Request approved = request(1).with(Set.of("chen"), Request.State.APPROVED);
    assertThat(rule(AUTHORITY.use(actor("zhao"), approved, NOW.plus(Duration.ofDays(31)))))
        .isEqualTo("approval-expired");
  }

  @Test
  void theQuorumNeedsEachDutyAmongTheApprovers() {
    Request request = request(200);
    Request two = AUTHORITY.approved(actor("wang"), AUTHORITY.approved(actor("chen"), request));
    assertThat(two.state()).isEqualTo(Request.State.WAITING);
    assertThat(AUTHORITY.approved(actor("liu"), two).state()).isEqualTo(Request.State.APPROVED);
  }

  @Test
  void aGrantNeedsAllItsNamedApproversAndARevokedOneStaysRevoked() {
    Grant proposed = Chains.grant("ag-1", Grant.State.PROPOSED);
    Grant once = proposed.approvedBy("chen").approvedBy("chen").approvedBy("somebody");
    assertThat(once.state()).isEqualTo(Grant.State.PROPOSED);
    assertThat(once.approvedBy("liu").state()).isEqualTo(Grant.State.ACTIVE);
    Grant revoked = Chains.grant("ag-1", Grant.State.REVOKED);
    assertThat(revoked.approvedBy("chen").approvedBy("liu").state()).isEqualTo(Grant.State.REVOKED);
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

  @Property(tries = 500)
  void noWalkOfStepsGetsARequestApprovedWithoutItsQuorum(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Actor> actors = new ArrayList<>(List.of(Actor.operator()));
    CHAIN.people().keySet().forEach(id -> actors.add(actor(id)));
    String asks = actors.get(random.nextInt(actors.size())).id();
    Ask ask = new Ask(asks, "ag-1", Chains.RENEWAL, Chains.COLUMNS, 1 + random.nextInt(300));
    Policy.ApprovalRule rule = needed(ask);
    Request request =
        new Request(
            RequestId.random(),
            ask,
            Chains.policy().digest(),
            rule,
            Set.of(),
            Request.State.WAITING,
            NOW.plus(Duration.ofDays(7)),
            NOW.plus(Duration.ofDays(30)));
    Instant now = NOW;
    for (int step = 0; step < 25; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(48)));
      Actor actor = actors.get(random.nextInt(actors.size()));
      if (AUTHORITY.approve(actor, request, now).isEmpty()) {
        assertThat(now).isBeforeOrEqualTo(request.decideBy());
        request = AUTHORITY.approved(actor, request);
      }
      if (AUTHORITY.use(actor, request, now) instanceof Permit) {
        assertThat(now).isBeforeOrEqualTo(request.useBy());
        assertThat(request.approvedBy()).hasSizeGreaterThanOrEqualTo(rule.quorum());
        assertThat(request.approvedBy()).doesNotContain(asks, Actor.OPERATOR);
        for (Duty duty : rule.duties()) {
          assertThat(request.approvedBy()).anyMatch(id -> actor(id).duties().contains(duty));
        }
      }
      assertThat(request.ask()).isEqualTo(ask);
    }
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
        NOW.plus(Duration.ofDays(7)),
        NOW.plus(Duration.ofDays(30)));
  }
}
