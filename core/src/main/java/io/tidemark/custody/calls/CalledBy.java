package io.tidemark.custody.calls;

import io.tidemark.calls.CalledPeople;
import io.tidemark.calls.Ring;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Claim;
import io.tidemark.calls.said.Spread;
import io.tidemark.calls.source.Called;
import io.tidemark.calls.source.Hand;
import io.tidemark.calls.source.Weighing;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.trace.Holders;
import io.tidemark.trace.RecordedDisclosure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whom each group of numbers called first when, what they said they were, and who had been given
 * these people. Of each group at most so many people are weighed as decide anything: the first
 * ones, a rule on the calls alone. Not thread-safe.
 */
final class CalledBy {
  private static final int MOST = Weighing.MOST;

  private final CalledPeople people;
  private final Holders holders;
  private final Commitments commitments;
  private final List<Group> groups;
  private final Group all = new Group();

  /** The people of one group of numbers. */
  private static final class Group {
    final Map<Integer, First> firsts = new LinkedHashMap<>();
    final Map<Claim, Integer> claims = new HashMap<>();
    final RoaringBitmap told = new RoaringBitmap();
    boolean more;

    void ring(Ring ring, int person) {
      ring.said()
          .claimed()
          .filter(claim -> told.checkedAdd(person))
          .ifPresent(claim -> claims.merge(claim, 1, Integer::sum));
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
      return and(new First(ring.at(), ring.known()));
    }

    First and(First other) {
      Set<FieldClass> both = EnumSet.noneOf(FieldClass.class);
      known.ifPresent(both::addAll);
      other.known().ifPresent(both::addAll);
      boolean said = known.isPresent() || other.known().isPresent();
      return new First(
          at.isBefore(other.at()) ? at : other.at(), said ? Optional.of(both) : Optional.empty());
    }
  }

  /** The commitments to all versions of these records. */
  interface Commitments {
    Map<Integer, Set<Digest>> of(RoaringBitmap records);
  }

  /** Of so many groups. */
  CalledBy(CalledPeople people, Holders holders, Commitments commitments, int groups) {
    this.commitments = commitments;
    this.people = people;
    this.holders = holders;
    this.groups = Stream.generate(Group::new).limit(groups).toList();
  }

  /** A call of any number. */
  void anybody(Ring ring, int person) {
    if (!all.more) {
      all.ring(ring, person);
    }
  }

  /** A call of a group. */
  void ring(Ring ring, int person, int group) {
    groups.get(group).ring(ring, person);
  }

  /** Whose list a campaign works from. */
  Weighing source(Campaign campaign) {
    Map<Integer, First> firsts = new HashMap<>();
    campaign
        .parts()
        .forEach(part -> groups.get(part).firsts.forEach((p, f) -> firsts.merge(p, f, First::and)));
    Map<Integer, First> first = new LinkedHashMap<>();
    firsts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Integer, First> one) -> one.getValue().at())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .forEach(one -> first.put(one.getKey(), one.getValue()));
    return source(first);
  }

  /** Who a campaign's callers said they were. */
  Spread spread(Campaign campaign) {
    Map<Claim, Integer> claims = new HashMap<>();
    RoaringBitmap told = new RoaringBitmap();
    for (int part : campaign.parts()) {
      groups.get(part).claims.forEach((claim, n) -> claims.merge(claim, n, Integer::sum));
      told.or(groups.get(part).told);
    }
    return new Spread(claims, campaign.people() - told.getCardinality());
  }

  /** Whose list explains all calls taken together; nothing where there are too many. */
  Optional<Weighing> together() {
    return all.more ? Optional.empty() : Optional.of(source(all.firsts));
  }

  private Weighing source(Map<Integer, First> firsts) {
    RoaringBitmap records = new RoaringBitmap();
    firsts.keySet().forEach(person -> records.or(people.records(person)));
    Map<Integer, Set<Digest>> committed = commitments.of(records);
    List<Called> called = new ArrayList<>();
    firsts.forEach(
        (person, first) ->
            called.add(
                new Called(
                    holders.before(first.at()),
                    people.daysLeft(person, first.at()),
                    first.known(),
                    people.records(person).stream()
                        .mapToObj(record -> committed.getOrDefault(record, Set.of()))
                        .flatMap(Set::stream)
                        .distinct()
                        .sorted(Comparator.comparing(Digest::toString))
                        .toList())));
    return Weighing.of(
        called, hands(List.copyOf(firsts.keySet()), records), holders.records(), holders.parties());
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
