package io.tidemark.calls.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class CampaignsTest {
  private static final int PEOPLE = 20_000;

  private record Call(long caller, int person, int daysLeft) {}

  /** Strangers who call anybody at any time of the year. */
  private static List<Call> background(Random random, int calls) {
    List<Call> background = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      long caller = 113_000_000_000L + random.nextInt(2_000) * 1_234_567L;
      background.add(new Call(caller, random.nextInt(PEOPLE), random.nextInt(365)));
    }
    return background;
  }

  /** Calls to people of one list, all within a month of the end of cover. */
  private static List<Call> campaign(Random random, long first, int numbers, int calls, int list) {
    List<Call> campaign = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      int person = list + random.nextInt(400);
      campaign.add(new Call(first + i % numbers, person, random.nextInt(28)));
    }
    return campaign;
  }

  private static List<Campaign> found(List<Call> calls, double wrong) {
    Campaigns campaigns = new Campaigns(wrong);
    calls.forEach(call -> campaigns.count(call.caller(), call.person(), call.daysLeft()));
    campaigns.look();
    calls.forEach(call -> campaigns.follow(call.caller(), call.person(), 20_000));
    return campaigns.found();
  }

  @Test
  void aCampaignOfOneNumberIsFound() {
    Random random = new Random(1);
    List<Call> calls = background(random, 30_000);
    calls.addAll(campaign(random, 118_600_000_001L, 1, 60, 0));
    List<Campaign> found = found(calls, .1);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).callers()).containsExactly(118_600_000_001L);
    assertThat(found.get(0).window()).isEqualTo(30);
    assertThat(found.get(0).within()).isEqualTo(found.get(0).calls());
    assertThat(found.get(0).logExpected()).isLessThan(Math.log(1e-6));
    assertThat(found.get(0).people().getCardinality()).isEqualTo(found.get(0).calls());
  }

  @Test
  void whatIsTooLikelyByChanceIsNotTold() {
    Random random = new Random(6);
    List<Call> calls = background(random, 30_000);
    for (int i = 0; i < 12; i++) {
      calls.add(new Call(118_600_000_001L, i, 5));
    }
    assertThat(found(calls, 1e-6)).hasSize(1);
    assertThat(found(calls, 1e-12)).isEmpty();
  }

  @Test
  void numbersThatFollowEachOtherAreOneThoughEachCallsLittle() {
    Random random = new Random(2);
    List<Call> calls = background(random, 30_000);
    calls.addAll(campaign(random, 118_600_000_010L, 10, 40, 0));
    List<Campaign> found = found(calls, .1);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).callers()).hasSize(10).allMatch(c -> c / 10 == 11_860_000_001L);
  }

  @Test
  void numbersFarApartThatCallTheSamePeopleAreOne() {
    Random random = new Random(3);
    List<Call> calls = background(random, 30_000);
    calls.addAll(campaign(random, 118_600_000_001L, 1, 80, 0));
    calls.addAll(campaign(random, 115_900_000_001L, 1, 80, 0));
    calls.addAll(campaign(random, 117_700_000_001L, 1, 80, 5_000));
    List<Campaign> found = found(calls, .1);
    assertThat(found).extracting(one -> one.callers().size()).containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void whoCallsAFriendAgainAndAgainIsNone() {
    Random random = new Random(4);
    List<Call> calls = background(random, 30_000);
    for (int i = 0; i < 200; i++) {
      calls.add(new Call(118_600_000_001L, 77, 12));
    }
    assertThat(found(calls, .1)).isEmpty();
  }

  @Test
  void whoBehavesAsEverybodyDoesIsLeftOutOfItsBlock() {
    Random random = new Random(5);
    List<Call> calls = background(random, 30_000);
    calls.addAll(campaign(random, 118_600_000_010L, 9, 180, 0));
    for (int i = 0; i < 40; i++) {
      calls.add(new Call(118_600_000_019L, random.nextInt(PEOPLE), 100 + random.nextInt(200)));
    }
    List<Campaign> found = found(calls, .1);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).callers()).hasSize(9).doesNotContain(118_600_000_019L);
  }

  @Property(tries = 20)
  void amongStrangersNothingIsFound(@ForAll Random random) {
    assertThat(found(background(random, 5_000), 1e-4)).isEmpty();
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(found(List.of(), 1)).isEmpty();
  }
}
