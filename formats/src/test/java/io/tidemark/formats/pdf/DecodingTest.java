package io.tidemark.formats.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DecodingTest {
  private static List<Group> groups(MarkKey key, long payload, int count, Random random) {
    MarkKey.Message message = key.message(payload);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String context = Long.toString(random.nextLong(), 36);
      groups.add(new Group(context, key.equation(context).of(message)));
    }
    return groups;
  }

  private static Group turned(Group group) {
    return new Group(group.context(), !group.raised());
  }

  @Property(tries = 60)
  void anyNumberReadsBackFromSomeMoreGroupsThanItHasBits(@ForAll long payload, @ForAll long seed) {
    MarkKey key = Samples.key(7);
    List<Group> groups = groups(key, payload, Decoding.BITS + 16, new Random(seed));
    assertThat(new Decoding(key, groups).number()).contains(payload);
  }

  @Property(tries = 30)
  void aFewWrongGroupsDoNotMatterWhereMoreThanEnoughSpeak(
      @ForAll long payload, @ForAll long seed, @ForAll @IntRange(max = 12) int wrong) {
    MarkKey key = Samples.key(7);
    List<Group> groups = groups(key, payload, 400, new Random(seed));
    for (int i = 0; i < wrong; i++) {
      groups.set(i * 31, turned(groups.get(i * 31)));
    }
    assertThat(new Decoding(key, groups).number()).contains(payload);
  }

  @Property(tries = 200)
  void lettersThatCarryNothingNeverGiveANumber(@ForAll long seed) {
    MarkKey key = Samples.key(7);
    Random random = new Random(seed);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < 110 + random.nextInt(40); i++) {
      groups.add(new Group(Long.toString(random.nextLong(), 36), random.nextBoolean()));
    }
    assertThat(new Decoding(key, groups).number()).isEmpty();
  }

  @Property(tries = 50)
  void anotherKeyReadsNothing(@ForAll long payload, @ForAll long seed) {
    List<Group> groups = groups(Samples.key(7), payload, 300, new Random(seed));
    assertThat(new Decoding(Samples.key(8), groups).number()).isEmpty();
  }

  /** Without this the 40 check bits would be the mark's own, and any message would pass. */
  @Property(tries = 100)
  void aMessageWithOneCheckBitTurnedIsRefused(
      @ForAll long payload, @ForAll @IntRange(max = MarkKey.CHECK_BITS - 1) int bit) {
    MarkKey key = Samples.key(7);
    MarkKey.Message right = key.message(payload);
    assertThat(key.holds(right)).isTrue();
    assertThat(key.holds(new MarkKey.Message(payload, right.check() ^ (1L << bit)))).isFalse();
  }

  @Test
  void aThirdOfAPageIsEnoughToTellOneOfThoseGivenOut() {
    MarkKey key = Samples.key(7);
    Random random = new Random(1);
    List<Long> issued = random.longs(10_000).boxed().toList();
    long payload = issued.get(4321);
    List<Group> groups = groups(key, payload, 70, random);
    PdfReading reading = PdfReading.of(new Traces(30, groups, List.of()), key, issued);
    assertThat(reading.layout()).isEmpty();
    assertThat(reading.likely()).map(PdfReading.Found::payload).contains(payload);
    assertThat(reading.likely().orElseThrow().bound()).isLessThan(1e-9);
    PdfReading fewer = PdfReading.of(new Traces(30, groups.subList(0, 35), List.of()), key, issued);
    assertThat(fewer.likely()).isEmpty();
    PdfReading others =
        PdfReading.of(new Traces(30, groups, List.of()), key, issued.subList(0, 4000));
    assertThat(others.number()).isEqualTo(Optional.empty());
  }

  @Test
  void theTailOfFairCoinsIsThatOfTheBinomialDistribution() {
    assertThat(Tail.atLeast(0, 10)).isCloseTo(1, within(1e-12));
    assertThat(Tail.atLeast(10, 10)).isCloseTo(1 / 1024.0, within(1e-12));
    assertThat(Tail.atLeast(9, 10)).isCloseTo(11 / 1024.0, within(1e-12));
    assertThat(Tail.atLeast(70, 70)).isCloseTo(Math.pow(2, -70), within(1e-30));
  }

  private static org.assertj.core.data.Offset<Double> within(double by) {
    return org.assertj.core.data.Offset.offset(by);
  }
}
