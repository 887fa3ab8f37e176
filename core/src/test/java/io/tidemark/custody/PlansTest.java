package io.tidemark.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The same list is planned once; any other anew. */
final class PlansTest {
  private final Plans plans = new Plans();
  private int planned;

  private RowsToName rows(Plans.Plan plan) {
    return plans.rows(
        plan,
        () -> {
          OptionalInt rows = OptionalInt.of(++planned);
          return new RowsToName(rows, rows, rows, rows);
        });
  }

  @Test
  void theSameListIsPlannedOnceAndAnotherAnew() {
    Digest offers = Digest.sha256("one");
    Plans.Plan plan = new Plans.Plan(offers, Set.of(FieldClass.ADDRESS), 1, 100, 2);
    RowsToName first = rows(plan);
    assertThat(rows(new Plans.Plan(offers, Set.of(FieldClass.ADDRESS), 1, 100, 2))).isSameAs(first);
    List<Plans.Plan> others =
        List.of(
            new Plans.Plan(Digest.sha256("two"), Set.of(FieldClass.ADDRESS), 1, 100, 2),
            new Plans.Plan(offers, Set.of(FieldClass.MODEL), 1, 100, 2),
            new Plans.Plan(offers, Set.of(FieldClass.ADDRESS), 2, 100, 2),
            new Plans.Plan(offers, Set.of(FieldClass.ADDRESS), 1, 101, 2),
            new Plans.Plan(offers, Set.of(FieldClass.ADDRESS), 1, 100, 3));
    assertThat(others).allSatisfy(other -> assertThat(rows(other)).isNotEqualTo(first));
  }

  @Test
  void whatWasPlannedLongAgoIsForgotten() {
    IntStream.rangeClosed(0, 1_000)
        .forEach(size -> rows(new Plans.Plan(Digest.sha256(""), Set.of(), 1, size, 0)));
    int before = planned;
    rows(new Plans.Plan(Digest.sha256(""), Set.of(), 1, 1_000, 0));
    assertThat(planned).isEqualTo(before);
    rows(new Plans.Plan(Digest.sha256(""), Set.of(), 1, 0, 0));
    assertThat(planned).isEqualTo(before + 1);
  }

  private static Digest digest(List<List<Offer>> records) {
    OfferSample sample = new OfferSample(records.size());
    records.forEach(sample::add);
    return sample.digest();
  }

  private static Offer offer(int number) {
    byte[] position = ByteBuffer.allocate(Position.SIZE).putInt(number).array();
    return new Offer(Position.of(position), List.of(Carrier.at(number % Carrier.values().length)));
  }

  @Property(tries = 200)
  void whichRecordOffersWhatIsInTheDigest(
      @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 50) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 29) int cut) {
    List<Offer> offers = numbers.stream().map(PlansTest::offer).toList();
    int at = 1 + cut % (offers.size() - 1 == 0 ? 1 : offers.size() - 1);
    Digest two = digest(List.of(offers.subList(0, at), offers.subList(at, offers.size())));
    assertThat(digest(List.of(offers.subList(0, at), offers.subList(at, offers.size()))))
        .isEqualTo(two);
    assertThat(digest(List.of(offers))).isNotEqualTo(two);
    assertThat(digest(List.of(offers.subList(0, at), offers.subList(at, offers.size()), offers)))
        .isNotEqualTo(two);
  }
}
