package io.tidemark.bench.calls;

import io.tidemark.calls.source.CallAttribution;
import io.tidemark.calls.source.CallTracer;
import io.tidemark.calls.source.Called;
import io.tidemark.calls.source.Hand;
import io.tidemark.chainsim.calls.CallWorld;
import io.tidemark.chainsim.calls.Reports;
import io.tidemark.terms.DisclosureId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One world's reports as the method sees them: its parties were given their people in weekly lists.
 *
 * @param world who holds whom
 * @param reports what was reported
 */
record Played(CallWorld world, Reports reports) {
  /** Days before the world's year stand for ledger indexes too. */
  private static final int FIRST_DAY = -10 * CallWorld.YEAR;

  private static final int WEEK = 7;

  /** What the method says. */
  CallAttribution attribution() {
    return CallTracer.trace(called(), hands(), world.people(), world.parties().size());
  }

  private List<Called> called() {
    return reports.calls().stream()
        .map(
            call ->
                new Called(
                    call.day() - FIRST_DAY + 1L,
                    OptionalInt.of(world.daysLeft(call.person(), call.day())),
                    Optional.of(call.known())))
        .toList();
  }

  private List<Hand> hands() {
    int[] days = reports.calls().stream().mapToInt(Reports.Call::day).sorted().toArray();
    int median = days[days.length / 2];
    List<Hand> hands = new ArrayList<>();
    for (CallWorld.Party party : world.parties()) {
      List<Hand.Given> lists = lists(party);
      if (!lists.isEmpty()) {
        hands.add(new Hand(party.id(), Math.max(1, party.heldBy(median)), lists));
      }
    }
    return hands;
  }

  private List<Hand.Given> lists(CallWorld.Party party) {
    Map<Integer, BitSet> called = new TreeMap<>();
    for (int i = 0; i < reports.calls().size(); i++) {
      Integer day = party.given().get(reports.calls().get(i).person());
      if (day != null) {
        called.computeIfAbsent(Math.floorDiv(day, WEEK), week -> new BitSet()).set(i);
      }
    }
    Map<Integer, Integer> sizes = new HashMap<>();
    if (!called.isEmpty()) {
      party.given().values().forEach(day -> sizes.merge(Math.floorDiv(day, WEEK), 1, Integer::sum));
    }
    List<Hand.Given> lists = new ArrayList<>();
    called.forEach(
        (week, whom) ->
            lists.add(
                new Hand.Given(
                    DisclosureId.random(),
                    (long) week * WEEK + WEEK - 1 - FIRST_DAY,
                    sizes.getOrDefault(week, 1),
                    whom,
                    party.shown())));
    return lists;
  }
}
