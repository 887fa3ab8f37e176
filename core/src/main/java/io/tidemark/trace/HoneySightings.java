package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The honey customers that a leak shows, by disclosure. Immutable. */
final class HoneySightings {
  /** A disclosure counts as the one when it is so much likelier than the others together. */
  private static final double MUCH_LIKELIER = 20;

  private final long rows;
  private final Map<Integer, List<HoneyEvidence.Hit>> byDisclosure;
  private final Map<String, Long> draws;
  private final int holding;
  private final long among;

  private HoneySightings(
      long rows,
      Map<Integer, List<HoneyEvidence.Hit>> byDisclosure,
      Map<String, Long> draws,
      int holding,
      long among) {
    this.rows = rows;
    this.byDisclosure = byDisclosure;
    this.draws = draws;
    this.holding = holding;
    this.among = among;
  }

  /**
   * What honey customers say of one candidate.
   *
   * @param log the natural logarithm of their factor
   * @param rows how many leaked rows are such customers
   * @param drawn how many customers its keys draw
   * @param among 0 when it holds one of the leaked people; else how many customers the keys of all
   *     parties that hold none of them draw, which share the evidence
   * @param disclosure the disclosure that they name
   */
  record Seen(double log, int rows, long drawn, long among, Optional<DisclosureId> disclosure) {}

  static HoneySightings of(
      Reading reading,
      List<Tracer.Suspect> suspects,
      Holders holders,
      HoneyFactor factors,
      long before) {
    Map<Integer, DisclosureId> names = new HashMap<>();
    suspects.forEach(s -> s.disclosures().forEach(d -> names.put(d.number(), d.id())));
    Map<Integer, List<HoneyEvidence.Hit>> hits = new TreeMap<>();
    for (Reading.HoneyRow row : reading.honey()) {
      for (Invented customer : row.invented()) {
        DisclosureId id = names.get(customer.disclosure());
        double factor = id == null ? 0 : factors.of(id, customer.draw(), row.leaked().canonical());
        if (id != null && factor > 0) {
          hits.computeIfAbsent(customer.disclosure(), number -> new ArrayList<>())
              .add(
                  new HoneyEvidence.Hit(id.text(), customer.draw(), row.leaked().number(), factor));
        }
      }
    }
    List<String> parties = suspects.stream().map(Tracer.Suspect::party).toList();
    List<String> holding =
        suspects.stream().filter(Tracer.Suspect::holds).map(Tracer.Suspect::party).toList();
    Map<String, Long> draws = holders.honeyOf(parties, before);
    boolean others = holding.size() < parties.size();
    long held = holding.stream().mapToLong(party -> draws.getOrDefault(party, 0L)).sum();
    long among = others ? Math.max(1, holders.honey(before) - held) : 0;
    return new HoneySightings(reading.read(), hits, draws, holding.size(), among);
  }

  /**
   * How many candidates the bound counts: each party that holds one of the leaked people, and one
   * more for all others together, whom a honey customer alone could name. Which of these shows up
   * has no part in it.
   */
  int candidates() {
    return holding + 1;
  }

  Seen seen(Tracer.Suspect suspect) {
    List<HoneyEvidence.Hit> hits = new ArrayList<>();
    Map<DisclosureId, Double> weights = new HashMap<>();
    for (RecordedDisclosure disclosure : suspect.disclosures()) {
      List<HoneyEvidence.Hit> here = byDisclosure.getOrDefault(disclosure.number(), List.of());
      hits.addAll(here);
      if (!here.isEmpty()) {
        weights.put(disclosure.id(), here.stream().mapToDouble(HoneyEvidence.Hit::factor).sum());
      }
    }
    long draws = this.draws.getOrDefault(suspect.party(), 0L);
    long sharing = suspect.holds() ? 0 : among;
    double log =
        suspect.holds()
            ? HoneyEvidence.log(rows, draws, hits)
            : HoneyEvidence.log(rows, draws, sharing, hits);
    int shown = (int) hits.stream().mapToLong(HoneyEvidence.Hit::row).distinct().count();
    return new Seen(log, shown, draws, sharing, likeliest(weights));
  }

  private static Optional<DisclosureId> likeliest(Map<DisclosureId, Double> weights) {
    double all = sum(weights.values());
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() >= MUCH_LIKELIER * (all - best.getValue()))
        .map(Map.Entry::getKey);
  }

  private static double sum(Collection<Double> weights) {
    return weights.stream().mapToDouble(Double::doubleValue).sum();
  }
}
