package io.tidemark.authorise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.PartyKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of the demands that fit a list the strictest counts, for each condition by itself. */
final class DemandTest {
  private static final LeakCondition RELEASED = LeakCondition.AS_RELEASED;
  private static final LeakCondition CLEANED = LeakCondition.CLEANED;

  private static Policy policy(Policy.Demand... demands) {
    Policy some = Chains.policy();
    return new Policy(
        some.version(),
        some.digest(),
        some.fields(),
        some.combinations(),
        some.purposes(),
        some.allowances(),
        some.approvals(),
        some.glass(),
        List.of(demands),
        some.honeyShare(),
        some.bound());
  }

  private static final Policy POLICY =
      policy(
          new Policy.Demand(true, Set.of(), Set.of(), 25, RELEASED, 10),
          new Policy.Demand(false, Set.of(PartyKind.PLATFORM), Set.of(), 500, RELEASED, 6),
          new Policy.Demand(true, Set.of(), Set.of("marketing"), 100, CLEANED, 12),
          new Policy.Demand(false, Set.of(), Set.of(), 10_000, RELEASED, 8));

  @Test
  void theStrictestRuleThatFitsCounts() {
    assertThat(POLICY.demanded("claims", PartyKind.AGENT, 26)).isEqualTo(Map.of(RELEASED, 10));
    assertThat(POLICY.demanded("claims", PartyKind.AGENT, 10_001)).isEqualTo(Map.of(RELEASED, 8));
    assertThat(POLICY.demanded("claims", PartyKind.PLATFORM, 501)).isEqualTo(Map.of(RELEASED, 6));
    assertThat(POLICY.demanded("claims", PartyKind.PLATFORM, 500)).isEqualTo(Map.of(RELEASED, 10));
    assertThat(POLICY.demanded("claims", PartyKind.PLATFORM, 20_000))
        .isEqualTo(Map.of(RELEASED, 6));
  }

  @Test
  void eachConditionIsDemandedByItself() {
    assertThat(POLICY.demanded("marketing", PartyKind.AGENT, 101))
        .isEqualTo(Map.of(RELEASED, 10, CLEANED, 12));
  }

  @Test
  void whatNoRuleConcernsIsNotDemanded() {
    assertThat(POLICY.demanded("claims", PartyKind.AGENT, 25)).isEmpty();
    assertThat(POLICY.demanded("claims", PartyKind.BRANCH, 10_000)).isEmpty();
    assertThat(POLICY.undemanded("claims", PartyKind.AGENT)).isEqualTo(25);
    assertThat(POLICY.undemanded("claims", PartyKind.BRANCH)).isEqualTo(10_000);
    assertThat(policy().undemanded("claims", PartyKind.BRANCH)).isEqualTo(Integer.MAX_VALUE);
  }
}
