package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Label;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.Allowance;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.authorise.Policy.Use;
import io.tidemark.authorise.Scale;
import io.tidemark.classify.OtherKind;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.PartyKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final Policy POLICY = PolicyFile.builtIn();

  /** The table of the rules that the policy serves: field, JR/T 0171, JR/T 0197, grade. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          姓名       | C2 derived  | 3 told      | sensitive
          证件号码   | C2 recalled | 4 told      | sensitive
          手机号     | C2 recalled | 3 told      | sensitive
          地址       | C2 recalled | 3 told      | sensitive
          车牌号     | C2 told     | 3 derived   | sensitive
          车架号     | C2 told     | 3 derived   | sensitive
          发动机号   | C2 told     | 3 derived   | sensitive
          厂牌型号   | C1 derived  | 2 derived   | general
          初登日期   | C1 derived  | 2 derived   | general
          保单号     | C2 derived  | -           | general
          终保日期   | C2 derived  | -           | general
          保费       | C2 derived  | 2-3 told    | general
          理赔记录   | C2 recalled | 3 derived   | sensitive
          证件影像   | C2 recalled | 4 derived   | sensitive-high
          银行卡号   | C2 recalled | 3 told      | sensitive
          卡片安全码 | C3 recalled | -           | sensitive-high
          健康信息   | -           | 3-4 derived | sensitive-high
          """)
  void theBuiltInPolicyIsTheTableOfTheRules(String kind, String c, String level, String grade) {
    FieldRule rule = POLICY.rule(Kinds.usual().named(kind).orElseThrow());
    assertThat(rule.grade().id()).isEqualTo(grade);
    assertThat(level(rule, Scale.JRT_0171)).isEqualTo(c);
    assertThat(level(rule, Scale.JRT_0197)).isEqualTo(level);
    assertThat(level(rule, Scale.RULE_24))
        .isEqualTo(rule.grade() == Grade.GENERAL ? "其他一般 derived" : "敏感 derived");
  }

  private static String level(FieldRule rule, Scale scale) {
    return rule.levels().stream()
        .filter(level -> level.scale() == scale)
        .map(level -> level.level() + " " + level.label().id())
        .findFirst()
        .orElse("-");
  }

  @Test
  void theBuiltInPolicyGradesEveryFieldAndKindAndLabelsEachSource() {
    for (FieldClass field : FieldClass.values()) {
      labelled(POLICY.rule(Kind.of(field)), field.zh());
    }
    assertThat(POLICY.kinds().keySet())
        .containsExactlyInAnyOrderElementsOf(Kinds.usual().sources().keySet());
    POLICY.kinds().forEach((kind, rule) -> labelled(rule, kind));
    assertThat(POLICY.combinations()).allMatch(c -> c.source().endsWith("(derived)"));
    assertThat(POLICY.bound()).isEqualTo(1e-6);
  }

  private static void labelled(FieldRule rule, String name) {
    assertThat(rule.label()).as(name).isPresent();
    if (!rule.source().isEmpty()) {
      assertThat(rule.source()).as(name).containsPattern("\\((read|told|recalled|derived)\\)");
    }
  }

  @Test
  void aGradeIsOnlyAsGoodAsTheWeakestOfItsSources() {
    assertThat(POLICY.rule(Kind.of(FieldClass.MOBILE)).label()).contains(Label.RECALLED);
    assertThat(POLICY.rule(Kind.of(FieldClass.NAME)).label()).contains(Label.DERIVED);
  }

  @Test
  void theFirstPolicyInForceIsStillReadAndItsSilenceNeverLowersAGrade() throws Exception {
    Policy old =
        PolicyFile.read(
            SettingsFile.open(SettingsVectorsTest.VECTORS.resolve("good/policy-2026.1.yaml")));
    FieldRule mobile = old.rule(Kind.of(FieldClass.MOBILE));
    assertThat(mobile.source()).contains("C2 (recalled)");
    assertThat(mobile.label()).isEmpty();
    for (OtherKind other : Kinds.usual().others()) {
      FieldRule silent = old.rule(other.kind());
      assertThat(silent.grade()).isEqualTo(Grade.SENSITIVE_HIGH);
      assertThat(silent.source()).contains("kinds");
    }
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
    assertThat(POLICY.grade(Set.of(FieldClass.NAME, FieldClass.MOBILE, FieldClass.EXPIRY)))
        .isEqualTo(Grade.SENSITIVE_HIGH);
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
            "customer-service",
            "repair-assessment",
            "registration-check",
            "statutory-report");
    List<String> served = new ArrayList<>();
    POLICY.allowances().keySet().forEach(use -> served.add(use.purpose()));
    POLICY.lookUps().rules().forEach(rule -> served.add(rule.task().purpose()));
    assertThat(served).containsAll(POLICY.purposes().keySet());
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

  @Test
  void eachLookUpHasTheScopeOfItsTaskAndNobodyCopiesOutsideClaims() {
    assertThat(POLICY.lookUps().rules())
        .extracting(rule -> rule.duty().id() + " " + rule.task().id() + " " + rule.scope().id())
        .containsExactly(
            "renewal-clerk renewal own-book",
            "claims-handler claim own-claims",
            "call-agent call everybody",
            "staff call own-branch");
    assertThat(POLICY.lookUps().rules())
        .allMatch(rule -> !rule.copy() || rule.task().id().equals("claim"))
        .allMatch(rule -> rule.forms().get(FieldClass.IDENTITY_NUMBER) == Form.MASKED)
        .noneMatch(rule -> rule.forms().containsKey(FieldClass.REMARK));
  }
}
