package io.tidemark.formats.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Claims;
import io.tidemark.calls.said.Spread;
import io.tidemark.calls.source.Called;
import io.tidemark.calls.source.Hand;
import io.tidemark.calls.source.Weighing;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFormat.BadCase;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CallCaseJsonTest {
  private static final CallCaseJson JSON = new CallCaseJson();

  private static Weighing weighing(int people) {
    List<Called> called = new ArrayList<>();
    BitSet all = new BitSet();
    for (int i = 0; i < people; i++) {
      called.add(
          new Called(
              500,
              i == 0 ? OptionalInt.empty() : OptionalInt.of(i == 1 ? -40 : 10 + i),
              i == 2 ? Optional.empty() : Optional.of(Set.of(FieldClass.PLATE)),
              List.of(Digest.sha256("record " + i))));
      all.set(i);
    }
    BitSet some = new BitSet();
    some.set(1);
    Hand agent =
        new Hand(
            "ag-0001",
            120,
            List.of(
                new Hand.Given(
                    DisclosureId.random(),
                    7,
                    120,
                    all,
                    Set.of(FieldClass.PLATE, FieldClass.EXPIRY))));
    Hand other =
        new Hand(
            "pf-01",
            9_000,
            List.of(new Hand.Given(DisclosureId.random(), 9, 9_000, some, Set.of())));
    return Weighing.of(called, List.of(agent, other), 10_000, 30);
  }

  private static CallCase sample() {
    Campaign campaign =
        new Campaign(
            List.of(117_012_345_678L, 1_02_885_551_234L),
            41,
            38,
            30,
            .0821,
            -61.25,
            900,
            40,
            20_000,
            20_030,
            List.of(0, 3));
    Spread said =
        new Spread(
            Map.of(
                Claims.usual().named("picc").orElseThrow(), 4,
                Claims.usual().named("registry").orElseThrow(), 9),
            3);
    return new CallCase(
        "c-0123456789abcdef",
        2,
        List.of(new CaseFile.Material("reports.csv", Digest.sha256("x"))),
        OptionalLong.of(17),
        100,
        60,
        5,
        42,
        List.of(
            new CallCase.Found(campaign, said, Optional.of(weighing(14))),
            new CallCase.Found(campaign, new Spread(Map.of(), 40), Optional.empty())),
        Optional.of(weighing(3)));
  }

  @Test
  void whatIsWrittenIsReadAndHasOneSpelling() throws Exception {
    CallCase file = sample();
    byte[] bytes = JSON.write(file);
    assertThat(JSON.read(bytes)).isEqualTo(file);
    assertThat(JSON.write(JSON.read(bytes))).isEqualTo(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (String other :
        List.of(
            text.replace("\"calls\":100", "\"calls\": 100"),
            text.replace("\"people\":42", "\"people\":-42"),
            text.replace("17012345678", "1701234567x"),
            text.replace("\"REGISTRY", "\"NOBODY").replace("AUTHORITY", "NOBODY"),
            text.replace("call-case/v2", "call-case/v1"),
            text.replace("probable", "certain"),
            text.substring(0, text.length() - 3),
            text + " ")) {
      assertThatThrownBy(() -> JSON.read(other.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(BadCase.class);
    }
  }

  @Test
  void theArithmeticCanBeDoneAgainFromWhatIsRead() throws Exception {
    Weighing source = JSON.read(JSON.write(sample())).campaigns().get(0).source().orElseThrow();
    assertThat(source.attribution().candidates().get(0).party()).isEqualTo("ag-0001");
    assertThat(source.again()).isEqualTo(source.attribution());
  }
}
