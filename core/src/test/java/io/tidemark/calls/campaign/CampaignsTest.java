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

  private Campaigns last = new Campaigns(1);

  private record Call(long caller, int voice, int person, int daysLeft) {
    Call(long caller, int person, int daysLeft) {
      this(caller, 0, person, daysLeft);
    }
  }

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

  /** The lists, by thousands, from which the people of a campaign are. */
  private List<Integer> lists(int campaign, List<Campaign> found) {
    return last.people(found.get(campaign)).stream().mapToObj(p -> p / 1_000).distinct().toList();
  }

  private List<Campaign> found(List<Call> calls, double wrong) {
    Campaigns campaigns = new Campaigns(wrong);
    calls.forEach(
        call -> campaigns.count(call.caller(), call.voice(), call.person(), call.daysLeft()));
    campaigns.look();
    calls.forEach(call -> campaigns.follow(call.caller(), call.voice(), call.person(), 20_000));
    last = campaigns;
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
    assertThat(found.get(0).people()).isEqualTo(found.get(0).calls());
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

  /** Calls that speak one way, within a month of the end of cover or at any time. */
  private static List<Call> spoken(Random random, int voice, long first, int step, boolean listed) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long caller = first + (long) (i % 30) * step;
      int person = voice * 1_000 + random.nextInt(400);
      calls.add(new Call(caller, voice, person, random.nextInt(listed ? 28 : 365)));
    }
    return calls;
  }

  @Test
  void numbersFarApartThatSpeakAlikeAreOneThoughEachCallsTwice() {
    Random random = new Random(7);
    List<Call> calls = background(random, 30_000);
    calls.addAll(spoken(random, 1, 118_600_000_001L, 10_000_019, true));
    calls.addAll(spoken(random, 2, 118_500_000_001L, 10_000_019, false));
    List<Campaign> found = found(calls, .05);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).callers())
        .hasSize(30)
        .allMatch(c -> (c - 118_600_000_001L) % 10_000_019 == 0);
    List<Call> silent =
        calls.stream().map(c -> new Call(c.caller(), c.person(), c.daysLeft())).toList();
    assertThat(found(silent, .05)).isEmpty();
  }

  @Test
  void oneNumberWithTwoScriptsIsOfTwoCampaigns() {
    Random random = new Random(8);
    List<Call> calls = background(random, 30_000);
    calls.addAll(spoken(random, 1, 118_600_000_001L, 0, true));
    calls.addAll(spoken(random, 2, 118_600_000_001L, 0, true));
    List<Campaign> found = found(calls, .05);
    assertThat(found).hasSize(2).allMatch(one -> one.callers().equals(List.of(118_600_000_001L)));
    assertThat(List.of(lists(0, found), lists(1, found)))
        .containsExactlyInAnyOrder(List.of(1), List.of(2));
  }

  @Test
  void whatANumberSaysAtAnyTimeIsNotOfItsCampaign() {
    Random random = new Random(9);
    List<Call> calls = background(random, 30_000);
    calls.addAll(spoken(random, 1, 118_600_000_001L, 0, true));
    calls.addAll(spoken(random, 2, 118_600_000_001L, 0, false));
    List<Campaign> found = found(calls, .05);
    assertThat(found).hasSize(1);
    assertThat(lists(0, found)).containsExactly(1);
    assertThat(found.get(0).within()).isEqualTo(found.get(0).calls());
  }

  @Test
  void whoFollowsEachOtherAndSpeaksAlikeIsOne() {
    Random random = new Random(10);
    List<Call> calls = background(random, 30_000);
    calls.addAll(spoken(random, 1, 118_600_000_010L, 1, true));
    calls.addAll(campaign(random, 118_600_000_010L, 30, 60, 1_000));
    List<Campaign> found = found(calls, .05);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).callers()).hasSize(30);
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
