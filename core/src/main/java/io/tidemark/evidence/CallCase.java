package io.tidemark.evidence;

import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Spread;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.calls.source.Hand;
import io.tidemark.calls.source.Weighing;
import io.tidemark.trace.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of one inquiry into calls with everything that its answer was computed from. Its bytes
 * are what the attribution's ledger entry commits to. It holds the calling numbers of campaigns,
 * and of the people who were called only how many days of cover they had left, what the caller
 * knew, who had been given them, and commitments: nothing that says who they are.
 *
 * @param id the case
 * @param attempt which attempt at the case it is, from 1
 * @param material what was read
 * @param opened the ledger index of the entry under which kept reports were opened for it, where
 *     they were
 * @param calls how many calls were read
 * @param about how many of them count
 * @param consented how many reached people who consented to be called, and do not
 * @param people how many people in custody were called
 * @param campaigns the surest first
 * @param together whose list explains all calls taken together, where they are few enough
 */
public record CallCase(
    String id,
    int attempt,
    List<CaseFile.Material> material,
    OptionalLong opened,
    long calls,
    long about,
    long consented,
    int people,
    List<Found> campaigns,
    Optional<Weighing> together) {
  /** Copies the lists. */
  public CallCase {
    material = List.copyOf(material);
    campaigns = List.copyOf(campaigns);
  }

  /** The material's name for reports that came by the API and were kept. */
  public static final String KEPT_REPORTS = "kept reports";

  /** All that was weighed. */
  public Stream<Weighing> weighings() {
    return Stream.concat(
        campaigns.stream().flatMap(found -> found.source().stream()), together.stream());
  }

  /** The parties that a verdict {@code probable} stands behind, each once. */
  public Set<String> probable() {
    return weighings()
        .map(Weighing::attribution)
        .filter(one -> one.verdict() == Verdict.PROBABLE)
        .flatMap(one -> one.accused().stream())
        .map(CallAttribution.Candidate::party)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lists that were weighed of any party, each once for its name and length. */
  public Map<String, Set<Hand.Given>> lists() {
    Map<String, Set<Hand.Given>> lists = new TreeMap<>();
    weighings()
        .flatMap(weighing -> weighing.hands().stream())
        .forEach(
            hand ->
                lists
                    .computeIfAbsent(hand.party(), any -> new LinkedHashSet<>())
                    .addAll(hand.lists()));
    return lists;
  }

  /**
   * A campaign.
   *
   * @param said who its callers said they were
   * @param source whose list it works from; not asked for where there are many campaigns
   */
  public record Found(Campaign campaign, Spread said, Optional<Weighing> source) {}
}
