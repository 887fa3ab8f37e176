package io.tidemark.chainsim.chain;

import io.tidemark.chainsim.chain.Chain.Grant;
import io.tidemark.chainsim.chain.Chain.Member;
import io.tidemark.chainsim.chain.Holding.Selected;
import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a world down party by party: who it is, what it is granted, what it holds. */
final class WorldBuilder {
  private static final LocalDate UNTIL = LocalDate.of(2027, 12, 31);
  private static final List<String> APPROVERS = List.of("liu.min", "chen.wei");
  private static final long PEOPLE_AT_LEAST = 5_000;

  private final PortfolioGenerator portfolio;
  private final List<Party> parties = new ArrayList<>();
  private final List<Member> people = new ArrayList<>();
  private final List<Grant> grants = new ArrayList<>();
  private final Map<String, Holding> holdings = new LinkedHashMap<>();
  private final List<Release> plan = new ArrayList<>();

  WorldBuilder(PortfolioGenerator portfolio) {
    this.portfolio = portfolio;
  }

  /** Goes on to the next party. */
  void party(PartyKind kind, String id, @Nullable String parent, String name) {
    parties.add(new Party(id, kind, Optional.ofNullable(parent), name));
  }

  /** Somebody who acts for this party. */
  void member(String id, String duty) {
    people.add(new Member(id, last(parties).id(), List.of(duty)));
  }

  /** Grants this party the columns, for one in {@code part} of all people at most. */
  void gives(String purpose, List<FieldClass> columns, Map<FieldClass, Form> forms, int part) {
    long policies = portfolio.people() * 6 / 5; // some people have several
    long atMost = Math.max(PEOPLE_AT_LEAST, policies / part);
    String to = last(parties).id();
    grants.add(new Grant(to, purpose, columns, forms, atMost, UNTIL, APPROVERS));
  }

  /** What it holds of its grant, in a list of its own. */
  void holds(Predicate<Policy> rule) {
    holds(last(parties).id(), new Selected(rule));
  }

  /** What it holds of its grant, in a list that others may share. */
  void holds(String list, Holding holding) {
    Grant grant = last(grants);
    holdings.putIfAbsent(list, holding);
    plan.add(new Release(grant.to(), grant.purpose(), grant.columns(), list));
  }

  World built() {
    return new World(
        portfolio,
        new Chain(List.copyOf(parties), List.copyOf(people), List.copyOf(grants)),
        Collections.unmodifiableMap(holdings),
        List.copyOf(plan));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
