package io.tidemark.authorise.approval;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Voice;
import io.tidemark.terms.China;
import io.tidemark.terms.GrantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What waits for whom, since when, and until when; pure, so that a command or a page may show it
 * whenever somebody looks.
 */
public final class Waiting {
  /** How many days before its end a grant is named for renewal. */
  public static final int RENEWAL_DAYS = 30;

  private final Chain chain;
  private final Voices voices;
  private final Map<GrantId, Instant> since;

  /** In this chain, under these delegations, its grants standing there since these instants. */
  public Waiting(Chain chain, List<Delegation> delegations, Map<GrantId, Instant> since) {
    this.chain = chain;
    this.since = Map.copyOf(since);
    this.voices = new Voices(chain, List.copyOf(delegations));
  }

  /** What somebody should do. */
  public enum Kind {
    /** Approve or reject a request. */
    REQUEST,
    /** Approve a proposed grant. */
    GRANT,
    /** Judge a release that skipped its approvals. */
    EMERGENCY,
    /** Renew a grant before it ends. */
    RENEWAL
  }

  /**
   * One thing that waits.
   *
   * @param id the request or grant
   * @param waitsFor whose word would count now, delegates among them
   * @param since when it began to wait; nothing where it was not recorded
   * @param expires when it is too late; an emergency stays open after it
   */
  public record Item(
      Kind kind,
      String id,
      String to,
      String purpose,
      int people,
      Set<String> waitsFor,
      Optional<Instant> since,
      Instant expires) {
    /** Copies the set. */
    public Item {
      waitsFor = Set.copyOf(waitsFor);
    }
  }

  /** All that waits at {@code now}, what expires first standing first. */
  public List<Item> items(Collection<Request> requests, Instant now) {
    List<Item> items = new ArrayList<>();
    requests.forEach(request -> item(request, now).ifPresent(items::add));
    chain.grants().forEach(grant -> item(grant, now).ifPresent(items::add));
    items.sort(Comparator.comparing(Item::expires).thenComparing(Item::id));
    return items;
  }

  private Optional<Item> item(Request request, Instant now) {
    Request.State state = request.stateAt(now);
    if (state != Request.State.WAITING && state != Request.State.REVIEW) {
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            state == Request.State.WAITING ? Kind.REQUEST : Kind.EMERGENCY,
            request.id().text(),
            request.ask().to(),
            request.ask().purpose(),
            request.ask().people(),
            heard(request.ask().actor(), request.spoken(), person -> true, now),
            Optional.of(request.made()),
            request.decideBy()));
  }

  private Optional<Item> item(Grant grant, Instant now) {
    LocalDate today = China.day(now);
    Grant.State state = grant.stateOn(today);
    if (state == Grant.State.PROPOSED) {
      Set<String> waitsFor =
          heard(grant.askedBy(), grant.approved(), grant.approvers()::contains, now);
      return Optional.of(item(Kind.GRANT, grant, waitsFor));
    }
    boolean ending = grant.usableOn(today) && grant.until().minusDays(RENEWAL_DAYS).isBefore(today);
    return ending && chain.grants().stream().noneMatch(other -> follows(other, grant, today))
        ? Optional.of(item(Kind.RENEWAL, grant, stewards(grant)))
        : Optional.empty();
  }

  private Item item(Kind kind, Grant grant, Set<String> waitsFor) {
    return new Item(
        kind,
        grant.id().text(),
        grant.to(),
        grant.purpose(),
        grant.peopleAtMost(),
        waitsFor,
        Optional.ofNullable(since.get(grant.id())),
        China.endOf(grant.until()));
  }

  private static boolean follows(Grant other, Grant grant, LocalDate today) {
    Grant.State state = other.stateOn(today);
    return other.to().equals(grant.to())
        && other.purpose().equals(grant.purpose())
        && other.until().isAfter(grant.until())
        && state != Grant.State.REVOKED
        && state != Grant.State.EXPIRED;
  }

  /** Who may propose a grant anew: not those who would approve it. */
  private Set<String> stewards(Grant grant) {
    Set<String> stewards = new TreeSet<>();
    chain
        .people()
        .values()
        .forEach(
            person -> {
              if (Actor.of(person).may(Act.REQUEST) && !grant.approvers().contains(person.id())) {
                stewards.add(person.id());
              }
            });
    return stewards;
  }

  private Set<String> heard(
      String asker, Collection<Voice> spoken, Predicate<String> counts, Instant now) {
    Set<String> heard = new TreeSet<>();
    for (String person : chain.people().keySet()) {
      Actor actor = Actor.person(person, chain).orElseThrow();
      Voices.Heard voice = voices.hear(actor, Optional.empty(), asker, spoken, counts, now);
      if (voice.voice().filter(one -> Voices.again(one, spoken).isEmpty()).isPresent()) {
        heard.add(person);
      }
    }
    return heard;
  }
}
