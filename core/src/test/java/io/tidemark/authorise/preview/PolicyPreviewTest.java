package io.tidemark.authorise.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Chains;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What another policy would change is named by its kind; what stays is not named. */
final class PolicyPreviewTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Map<FieldClass, Form> FORMS =
      Map.of(
          FieldClass.NAME, Form.PLAIN,
          FieldClass.MOBILE, Form.MASKED,
          FieldClass.ADDRESS, Form.PLAIN);
  private static final Map<FieldClass, Form> PLAIN_MOBILE = Map.of(FieldClass.MOBILE, Form.PLAIN);

  private static List<String> effects(Policy next, Grant.State state, Request... requests) {
    Chain chain = Chains.chain(Chains.grant("ag-1", state));
    return new PolicyPreview(Chains.policy(), next, chain)
        .effects(List.of(requests), NOW).stream()
            .map(effect -> effect.kind() + ": " + effect.words().en())
            .toList();
  }

  private static List<String> effects(Policy.Allowance allowance) {
    return effects(Chains.giving(allowance), Grant.State.ACTIVE);
  }

  @Test
  void theSameTermsChangeNothing() {
    assertThat(effects(new Policy.Allowance(1_000, FORMS, PLAIN_MOBILE, Set.of()))).isEmpty();
    assertThat(effects(Chains.policy(), Grant.State.ACTIVE)).isEmpty();
  }

  @Test
  void whatIsLostIsNamed() {
    assertThat(effects(new Policy.Allowance(400, FORMS, PLAIN_MOBILE, Set.of())))
        .containsExactly("PEOPLE: people in one list: 500 -> 400");
    assertThat(effects(new Policy.Allowance(1_000, FORMS, Map.of(), Set.of())))
        .as("the grant says plain, which is above the ceiling now")
        .singleElement()
        .asString()
        .startsWith("LOSES_FIELD: mobile number");
    assertThat(effects(new Policy.Allowance(1_000, FORMS, PLAIN_MOBILE, Set.of(Channel.SCREEN))))
        .containsExactlyInAnyOrder(
            "CHANNEL: may not leave as a file any more",
            "CHANNEL: may not leave over the API any more");
    Map<FieldClass, Form> masked =
        Map.of(
            FieldClass.NAME, Form.MASKED,
            FieldClass.MOBILE, Form.MASKED,
            FieldClass.ADDRESS, Form.PLAIN);
    assertThat(effects(new Policy.Allowance(1_000, masked, PLAIN_MOBILE, Set.of())))
        .containsExactly("FORM: name: plain -> masked");
    assertThat(effects(new Policy.Allowance(1_000, Map.of(), Map.of(), Set.of())))
        .containsExactly("UNUSABLE: none of its fields is given any more");
  }

  @Test
  void aRevokedGrantIsNotNamed() {
    Policy next = Chains.giving(new Policy.Allowance(1, Map.of(), Map.of(), Set.of()));
    assertThat(effects(next, Grant.State.REVOKED)).isEmpty();
  }

  @Test
  void anOpenRequestIsNamedWithTheApprovalsItWouldNeed() {
    Ask ask = new Ask(Actor.OPERATOR, "ag-1", Chains.RENEWAL, Chains.COLUMNS, 10);
    Policy.ApprovalRule rule = new Policy.ApprovalRule(Grade.GENERAL, 0, 1, Set.of(Duty.APPROVER));
    Request open =
        new Request(
            RequestId.random(),
            ask,
            Chains.policy().digest(),
            rule,
            Set.of(),
            Request.State.WAITING,
            NOW,
            NOW.plusSeconds(60),
            NOW.plusSeconds(90),
            Optional.empty());
    Policy next =
        Chains.giving(
            new Policy.Allowance(1_000, FORMS, PLAIN_MOBILE, Set.of()),
            new Policy.ApprovalRule(Grade.GENERAL, 0, 2, Set.of(Duty.APPROVER)));
    assertThat(effects(next, Grant.State.REVOKED, open))
        .containsExactly("APPROVERS: asked anew, its approvals: 1 (approver) -> 2 (approver)");
    Request rejected = open.after(Request.Step.REJECT, Request.State.REJECTED);
    assertThat(effects(next, Grant.State.REVOKED, rejected)).isEmpty();
  }
}
