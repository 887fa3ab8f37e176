package io.tidemark.custody;

import io.tidemark.calls.CalledPeople;
import io.tidemark.calls.Ring;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.calls.source.CallTracer;
import io.tidemark.calls.source.Called;
import io.tidemark.calls.source.Hand;
import io.tidemark.terms.FieldClass;
import io.tidemark.trace.Holders;
import io.tidemark.trace.RecordedDisclosure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whom each campaign called first when, and who had been given these people. Of each campaign at
 * most so many people are weighed as decide anything: the first ones, a rule on the calls alone.
 * Not thread-safe.
 */
final class CalledBy {
  private static final int MOST = 300;

  private final CalledPeople people;
  private final Holders holders;
  private final Map<Long, Group> groupOf = new HashMap<>();
  private final Map<Campaign, Group> groups = new HashMap<>();
  private final Group all = new Group();

  /** The people of one campaign. */
  private static final class Group {
    final Map<Integer, First> firsts = new LinkedHashMap<>();
    boolean more;

    void ring(Ring ring, int person) {
      First had = firsts.get(person);
      if (had == null && firsts.size() == MOST) {
        more = true;
      } else {
        firsts.put(person, had == null ? First.of(ring) : had.and(ring));
      }
    }
  }

  /** The first call to somebody, and what any call showed that the caller knew. */
  private record First(Instant at, Optional<Set<FieldClass>> known) {
    static First of(Ring ring) {
      return new First(ring.at(), ring.known());
    }

    First and(Ring ring) {
      Set<FieldClass> both = EnumSet.noneOf(FieldClass.class);
      known.ifPresent(both::addAll);
      ring.known().ifPresent(both::addAll);
      boolean said = known.isPresent() || ring.known().isPresent();
      return new First(
          at.isBefore(ring.at()) ? at : ring.at(), said ? Optional.of(both) : Optional.empty());
    }
  }

  CalledBy(CalledPeople people, Holders holders) {
    this.people = people;
    this.holders = holders;
  }

  /** Learns whom this campaign calls. */
  void watch(Campaign campaign) {
    Group group = groups.computeIfAbsent(campaign, any -> new Group());
    campaign.callers().forEach(caller -> groupOf.put(caller, group));
  }

  /** A call. */
  void ring(Ring ring, int person) {
    all.ring(ring, person);
    @Nullable Group group = groupOf.get(ring.caller());
    if (group != null) {
      group.ring(ring, person);
    }
  }

  /** Whose list a campaign works from, if it was watched. */
  Optional<CallAttribution> source(Campaign campaign) {
    return Optional.ofNullable(groups.get(campaign)).map(this::source);
  }

  /** Whose list explains all calls taken together; nothing where there are too many. */
  Optional<CallAttribution> together() {
    return all.more ? Optional.empty() : Optional.of(source(all));
  }

  private CallAttribution source(Group group) {
    List<Integer> persons = List.copyOf(group.firsts.keySet());
    List<Called> called = new ArrayList<>();
    RoaringBitmap records = new RoaringBitmap();
    for (int person : persons) {
      First first = group.firsts.getOrDefault(person, new First(Instant.MAX, Optional.empty()));
      called.add(
          new Called(
              holders.before(first.at()), people.daysLeft(person, first.at()), first.known()));
      records.or(people.records(person));
    }
    return CallTracer.trace(called, hands(persons, records), holders.records(), holders.parties());
  }

  private List<Hand> hands(List<Integer> persons, RoaringBitmap records) {
    Map<Integer, RoaringBitmap> disclosuresOf = holders.of(records);
    Map<Integer, BitSet> calledIn = new HashMap<>();
    RoaringBitmap numbers = new RoaringBitmap();
    for (int i = 0; i < persons.size(); i++) {
      for (int record : people.records(persons.get(i))) {
        for (int number : disclosuresOf.getOrDefault(record, new RoaringBitmap())) {
          calledIn.computeIfAbsent(number, any -> new BitSet()).set(i);
          numbers.add(number);
        }
      }
    }
    Map<String, List<RecordedDisclosure>> byParty = new TreeMap<>();
    holders
        .disclosures(numbers)
        .forEach(one -> byParty.computeIfAbsent(one.party(), any -> new ArrayList<>()).add(one));
    Map<String, Long> given = holders.given(byParty.keySet());
    List<Hand> hands = new ArrayList<>();
    byParty.forEach(
        (party, disclosures) ->
            hands.add(
                new Hand(
                    party,
                    given.getOrDefault(party, 0L),
                    disclosures.stream()
                        .map(one -> given(one, calledIn.getOrDefault(one.number(), new BitSet())))
                        .toList())));
    return hands;
  }

  private static Hand.Given given(RecordedDisclosure one, BitSet called) {
    return new Hand.Given(one.id(), one.entry(), one.people(), called, one.shown());
  }
}
