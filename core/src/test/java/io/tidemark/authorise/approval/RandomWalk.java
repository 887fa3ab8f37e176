package io.tidemark.authorise.approval;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Basis;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Chains;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.StillStands;
import io.tidemark.authorise.Usage;
import io.tidemark.authorise.Voice;
import io.tidemark.terms.China;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Random acts of random people over a random chain, as one database would see them. It keeps a
 * diary of its own of who really said what and when, and what was released on which ground: the
 * diary knows nothing of states and voices, so that the two can be compared.
 */
final class RandomWalk {
  /** Somebody's word in the diary: the human who spoke, and whose duty was claimed. */
  record Word(String human, String duty, Instant at) {}

  /** A release in the diary. */
  record Release(Request request, Instant at) {}

  /** A release under a grant in the diary. */
  record GrantRelease(Grant grant, Instant at) {}

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  final Policy policy = Chains.policy();
  final Chain chain;
  final Map<RequestId, Request> requests = new LinkedHashMap<>();
  final List<Grant> grants = new ArrayList<>();
  final List<Delegation> delegations = new ArrayList<>();
  final Map<String, List<Word>> words = new HashMap<>();
  final Map<String, Instant> takenBack = new HashMap<>();
  final List<Release> releases = new ArrayList<>();
  final List<Release> emergencies = new ArrayList<>();
  final List<GrantRelease> grantReleases = new ArrayList<>();

  private final SplittableRandom random;
  private final List<Actor> actors = new ArrayList<>(List.of(Actor.operator()));
  private Instant now = START;

  RandomWalk(long seed) {
    random = new SplittableRandom(seed);
    Map<String, Person> people = new LinkedHashMap<>();
    int count = 3 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Set<Duty> duties = EnumSet.noneOf(Duty.class);
      for (int d = 0; d < 1 + random.nextInt(3); d++) {
        duties.add(random.nextBoolean() ? likely(random) : any(random));
      }
      people.put("p" + i, new Person("p" + i, "hq", duties));
    }
    Chain parties = Chains.chain();
    chain = new Chain(parties.parties(), people, List.of());
    people.values().forEach(person -> actors.add(Actor.of(person)));
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      Set<String> approvers = new TreeSet<>(Set.of("p" + random.nextInt(count)));
      approvers.add("p" + random.nextInt(count));
      Grant some = Chains.grant("ag-1", Grant.State.PROPOSED);
      grants.add(
          new Grant(
              GrantId.random(),
              some.to(),
              some.purpose(),
              some.columns(),
              some.forms(),
              some.peopleAtMost(),
              China.day(START).plusDays(random.nextInt(40)),
              some.limits(),
              actors.get(random.nextInt(actors.size())).id(),
              approvers,
              Set.of(),
              Grant.State.PROPOSED));
    }
  }

  /** So many acts, whether they are allowed or not. */
  void walk(int steps) {
    for (int step = 0; step < steps; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(8)));
      Actor actor = actors.get(random.nextInt(actors.size()));
      switch (random.nextInt(40)) {
        case 0, 1, 2 -> ask(actor);
        case 3 -> reject(actor);
        case 4 -> revoke(actor);
        case 5, 6, 7 -> delegate(actor);
        case 8 -> emergency(actor);
        case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 -> use(actor);
        default -> approve(actor);
      }
    }
  }

  private static Duty likely(SplittableRandom random) {
    return List.of(Duty.APPROVER, Duty.PROTECTION_OFFICER, Duty.STAFF).get(random.nextInt(3));
  }

  private static Duty any(SplittableRandom random) {
    return Duty.values()[random.nextInt(Duty.values().length)];
  }

  private Authority authority() {
    return new Authority(policy, new Chain(chain.parties(), chain.people(), grants), Usage.NONE);
  }

  private Ask some(Actor actor) {
    return new Ask(actor.id(), "ag-1", Chains.RENEWAL, Chains.COLUMNS, 1 + random.nextInt(300));
  }

  private void ask(Actor actor) {
    Ask ask = some(actor);
    if (authority().request(actor, ask, now) instanceof Decision.NeedsApproval needed) {
      Instant decideBy = now.plus(Duration.ofDays(1 + random.nextInt(14)));
      Request request =
          new Request(
              RequestId.random(),
              ask,
              policy.digest(),
              needed.approvals(),
              Set.of(),
              Request.State.WAITING,
              now,
              decideBy,
              decideBy.plus(Duration.ofDays(random.nextInt(10))),
              Optional.empty());
      requests.put(request.id(), request);
    }
  }

  private Optional<Request> someRequest() {
    List<Request> all = List.copyOf(requests.values());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private Optional<String> somebodyOrNone() {
    return random.nextInt(3) > 0
        ? Optional.empty()
        : Optional.of(actors.get(random.nextInt(actors.size())).id());
  }

  private void approve(Actor actor) {
    Approvals approvals = new Approvals(chain, delegations);
    if (random.nextInt(3) == 0) {
      int place = random.nextInt(grants.size());
      if (approvals.approve(actor, somebodyOrNone(), grants.get(place), now)
          instanceof Ruling.Moved<Grant> moved) {
        write(moved.after().id().text(), actor, moved.voice());
        grants.set(place, moved.after());
      }
      return;
    }
    someRequest()
        .ifPresent(
            request -> {
              if (approvals.approve(actor, somebodyOrNone(), request, now)
                  instanceof Ruling.Moved<Request> moved) {
                write(request.id().text(), actor, moved.voice());
                requests.put(request.id(), moved.after());
              }
            });
  }

  private void write(String about, Actor actor, Optional<Voice> voice) {
    words
        .computeIfAbsent(about, id -> new ArrayList<>())
        .add(new Word(actor.id(), voice.orElseThrow().duty(), now));
  }

  private void reject(Actor actor) {
    someRequest()
        .ifPresent(
            request -> {
              if (new Approvals(chain, delegations).reject(actor, somebodyOrNone(), request, now)
                  instanceof Ruling.Moved<Request> moved) {
                requests.put(request.id(), moved.after());
                if (request.emergency().isPresent()) {
                  write(request.id().text(), actor, moved.voice());
                } else {
                  takenBack.put(request.id().text(), now);
                }
              }
            });
  }

  private void revoke(Actor actor) {
    if (random.nextBoolean()) {
      int place = random.nextInt(grants.size());
      if (Revocations.revoke(actor, grants.get(place), now) instanceof Ruling.Moved<Grant> moved) {
        takenBack.put(moved.after().id().text(), now);
        grants.set(place, moved.after());
      }
      return;
    }
    someRequest()
        .ifPresent(
            request -> {
              if (Revocations.revoke(actor, request, now) instanceof Ruling.Moved<Request> moved) {
                takenBack.put(request.id().text(), now);
                requests.put(request.id(), moved.after());
              }
            });
  }

  private void delegate(Actor actor) {
    String to = actors.get(random.nextInt(actors.size())).id();
    var until = China.day(now).plusDays(random.nextInt(10));
    if (Delegating.refusal(actor, to, until, chain, now).isEmpty()) {
      delegations.removeIf(lent -> lent.from().equals(actor.id()) && lent.to().equals(to));
      delegations.add(new Delegation(actor.id(), to, until, now));
    }
  }

  private void emergency(Actor actor) {
    if (authority().breakGlass(actor, some(actor), random.nextBoolean() ? "fire" : " ", now)
            instanceof Permit permit
        && permit.basis() instanceof Basis.BrokenGlass broken) {
      requests.put(broken.request().id(), broken.request());
      emergencies.add(new Release(broken.request(), now));
    }
  }

  private void use(Actor actor) {
    if (random.nextInt(3) == 0) {
      if (authority().release(actor, some(actor), now) instanceof Permit permit
          && permit.basis() instanceof Basis.StandingGrant standing) {
        grantReleases.add(new GrantRelease(standing.grant(), now));
      }
      return;
    }
    someRequest()
        .ifPresent(
            request -> {
              Decision decision = authority().use(actor, request, policy, now);
              if (decision instanceof Permit && StillStands.refusal(request, now).isEmpty()) {
                releases.add(new Release(request, now));
                requests.put(request.id(), request.after(Request.Step.USE, Request.State.USED));
              }
            });
  }

  /** Whether this person has a duty to approve. */
  boolean approves(String person) {
    return Actor.person(person, chain).filter(actor -> actor.may(Act.APPROVE)).isPresent();
  }

  /** The duties of a person. */
  Set<Duty> duties(String person) {
    return chain.person(person).map(Person::duties).orElse(Set.of());
  }
}
