package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.Allowance;
import io.tidemark.authorise.Policy.Use;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.PartyKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
  private static final Policy POLICY = PolicyFile.builtIn();

  @Test
  void theBuiltInPolicyGradesEveryFieldWithALabelledSource() {
    for (FieldClass field : FieldClass.values()) {
      assertThat(Objects.requireNonNull(POLICY.fields().get(field)).source())
          .as(field.zh())
          .containsPattern("\\((read|told|recalled|derived)\\)");
    }
    assertThat(POLICY.bound()).isEqualTo(1e-6);
  }

  @Test
  void theDigestIsThatOfTheBytesThatPolicyShowPrints() throws BadSettings {
    String shown = PolicyFile.builtInFile().text();
    assertThat(POLICY.digest()).isEqualTo(Digest.sha256(shown));
    assertThat(shown).startsWith("# Tidemark 默认制度").contains("The bound on accusing an innocent");
  }

  @Test
  void policyFactsAreSensitiveOnceTheyAreTiedToAPerson() {
    assertThat(POLICY.grade(Set.of(FieldClass.EXPIRY, FieldClass.PREMIUM)))
        .isEqualTo(Grade.GENERAL);
    assertThat(POLICY.grade(Set.of(FieldClass.EXPIRY, FieldClass.NAME))).isEqualTo(Grade.SENSITIVE);
    assertThat(POLICY.combinations())
        .extracting(Policy.Combination::fields)
        .contains(EnumSet.of(FieldClass.NAME, FieldClass.MOBILE, FieldClass.EXPIRY));
  }

  @Test
  void anAgentsRenewalListMasksThePhoneUntilAGrantSaysPlain() {
    Allowance allowance = allowance("renewal-service", PartyKind.AGENT);
    assertThat(allowance.forms()).containsEntry(FieldClass.MOBILE, Form.MASKED);
    assertThat(allowance.ceiling(FieldClass.MOBILE)).contains(Form.PLAIN);
    assertThat(allowance.forms()).containsEntry(FieldClass.NAME, Form.PLAIN);
    assertThat(allowance.ceiling(FieldClass.IDENTITY_NUMBER)).contains(Form.MASKED);
    assertThat(allowance.ceiling(FieldClass.ENGINE_NUMBER)).contains(Form.MASKED);
  }

  @Test
  void departmentsMayReceiveAMillionPeople() {
    for (String purpose : List.of("underwriting", "claims", "renewal-service")) {
      Allowance allowance = allowance(purpose, PartyKind.DEPARTMENT);
      assertThat(allowance.people()).isEqualTo(1_000_000);
      assertThat(allowance.forms().values()).containsOnly(Form.PLAIN);
    }
  }

  @Test
  void noDefaultShowsMoreThanItsCeilingAndNoneIsAnAlias() {
    POLICY
        .allowances()
        .forEach(
            (use, allowance) ->
                allowance
                    .forms()
                    .forEach(
                        (field, form) -> {
                          assertThat(form).as("%s %s", use, field).isNotEqualTo(Form.ALIAS);
                          assertThat(allowance.ceiling(field).orElseThrow())
                              .as("%s %s", use, field)
                              .isLessThanOrEqualTo(form);
                        }));
  }

  @Test
  void everyPurposeGivesSomethingToSomebody() {
    assertThat(POLICY.purposes().keySet())
        .containsExactly(
            "underwriting",
            "claims",
            "renewal-service",
            "marketing",
            "repair-assessment",
            "registration-check",
            "statutory-report");
    assertThat(POLICY.allowances().keySet())
        .extracting(Use::purpose)
        .containsAll(POLICY.purposes().keySet());
    assertThat(POLICY.allowances())
        .doesNotContainKey(new Use("registration-check", PartyKind.AGENT));
  }

  @Test
  void aListOfMoreThanTwentyFivePeopleOutsideMustBeNameableFromTenRows() {
    assertThat(POLICY.demanded("renewal-service", PartyKind.AGENT, 26))
        .isEqualTo(Map.of(LeakCondition.AS_RELEASED, 10));
    assertThat(POLICY.demanded("renewal-service", PartyKind.AGENT, 25)).isEmpty();
    assertThat(POLICY.demanded("renewal-service", PartyKind.BRANCH, 1_000)).isEmpty();
    assertThat(POLICY.demanded("statutory-report", PartyKind.VEHICLE_REGISTRY, 9_000)).isEmpty();
  }

  private static Allowance allowance(String purpose, PartyKind kind) {
    return Optional.ofNullable(POLICY.allowances().get(new Use(purpose, kind))).orElseThrow();
  }
}
