package io.tidemark.calls.said;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.PersonalText;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimsTest {
  @ParameterizedTest
  @CsvSource({
    "平安车险, pingan",
    "自称是 人保 的, picc",
    "保险公司, insurer",
    "车管所, registry",
    "某保险代理, agency",
    "代理公司, agency",
    "４Ｓ店, dealer",
    "Ping An, pingan",
    "贷款中介, loan",
  })
  void theLongestKnownNameCounts(String written, String id) {
    Optional<Claim> claim = Claims.usual().of(PersonalText.of(written));
    assertThat(claim.map(Claim::id)).contains(id);
    assertThat(Claims.usual().named(id)).isEqualTo(claim);
  }

  @Test
  void whoIsNobodyKnownClaimsNothing() {
    assertThat(Claims.usual().of(PersonalText.of("张经理"))).isEmpty();
    assertThat(Claims.usual().of(PersonalText.of(""))).isEmpty();
  }

  @Test
  void theMostFrequentClaimStandsFirst() {
    Claim picc = Claims.usual().named("picc").orElseThrow();
    Claim loan = Claims.usual().named("loan").orElseThrow();
    Spread spread = new Spread(Map.of(loan, 2, picc, 5), 1);
    assertThat(spread.people().keySet()).containsExactly(picc, loan);
    assertThat(spread.insurers()).isEqualTo(1);
  }
}
