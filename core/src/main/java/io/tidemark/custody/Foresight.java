package io.tidemark.custody;

import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.HoneyParts;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.disclose.plan.MarkedCell;
import io.tidemark.disclose.plan.Planner;
import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Seed;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Party;
import io.tidemark.trace.HoneyEvidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How traceable one list would be in its recipient's hands, with these columns and honey customers
 * or with others. One release, one use.
 */
final class Foresight {
  /** The most honey customers that may be asked for by hand. */
  private static final int MOST_CUSTOMERS = 10_000;

  private final Permit permit;
  private final Policy policy;
  private final OfferSample sample;
  private final Digest offers;
  private final Planner planner;
  private final double strength;
  private final BiasKey biases;
  private final Plans plans;
  private final Map<Set<FieldClass>, List<List<MarkedCell>>> marked = new HashMap<>();

  Foresight(
      Permit permit,
      Policy policy,
      OfferSample sample,
      int recipients,
      BiasKey biases,
      PoolNumbers numbers,
      Plans plans) {
    this.permit = permit;
    this.policy = policy;
    this.sample = sample;
    this.offers = sample.digest();
    this.strength = strength(plain(permit), numbers);
    this.planner =
        new Planner(
            recipients,
            policy.bound() / 2,
            (rows, customers, seen) ->
                HoneyEvidence.foreseen(rows, HoneyCustomers.draws(customers), seen, strength));
    this.biases = biases;
    this.plans = plans;
  }

  /** Of each customer one number is counted: a number of the pool says less than one of its own. */
  private static double strength(Set<FieldClass> plain, PoolNumbers numbers) {
    return numbers.numbers().isEmpty()
        ? HoneyEvidence.MOBILES
        : HoneyParts.strongest(plain, numbers);
  }

  /** What policy demands of this list. */
  Map<LeakCondition, Integer> demanded() {
    Party to = permit.to().orElseThrow();
    return policy.demanded(permit.purpose(), to.kind(), sample.size());
  }

  /**
   * A plan.
   *
   * @param honey how many honey customers it counts with
   * @param marked whether any value carries a mark
   */
  record Plan(RowsToName rows, int honey, boolean marked) {}

  /**
   * Plans with the honey customers that are wanted; adds more, up to the policy's share, while the
   * demand is not met, and none where even they would not help.
   */
  Plan plan(int honey) {
    Set<FieldClass> plain = plain();
    RowsToName wanted = planned(plain, honey);
    int most = (int) (policy.honeyShare() * sample.size());
    int enough = wanted.meets(demanded()) ? honey : customers(honey, most).orElse(honey);
    return new Plan(
        enough == honey ? wanted : planned(plain, enough),
        enough,
        sample.fields().stream().anyMatch(plain::contains));
  }

  /** The rows to name when these fields are given in plain as well. */
  RowsToName with(Set<FieldClass> more, int honey) {
    Set<FieldClass> plain = plain();
    plain.addAll(more);
    return planned(plain, honey);
  }

  /**
   * The fields that would carry marks, that the policy allows in plain, and that are not given so.
   */
  Set<FieldClass> notGiven() {
    Policy.Use use = new Policy.Use(permit.purpose(), permit.to().orElseThrow().kind());
    Policy.Allowance allowance = policy.allowances().get(use);
    Set<FieldClass> fields = sample.fields();
    fields.removeAll(plain());
    fields.removeIf(
        field ->
            allowance == null || allowance.ceiling(field).filter(Form.PLAIN::equals).isEmpty());
    return fields;
  }

  /** How many honey customers would be enough, if any number that may be asked for is. */
  OptionalInt customersThatHelp(int honey) {
    return customers(honey, Math.min(sample.size(), MOST_CUSTOMERS));
  }

  private OptionalInt customers(int honey, int most) {
    int customers = honey;
    while (customers < most) {
      customers = Math.min(most, 2 * customers + 1 + sample.size() / 100);
      if (planned(plain(), customers).meets(demanded())) {
        return OptionalInt.of(customers);
      }
    }
    return OptionalInt.empty();
  }

  private RowsToName planned(Set<FieldClass> plain, int customers) {
    return plans.rows(
        new Plans.Plan(offers, plain, strength, sample.size(), customers),
        () ->
            planner.rowsToName(
                marked.computeIfAbsent(plain, this::marked), sample.size(), customers));
  }

  private Set<FieldClass> plain() {
    return plain(permit);
  }

  private static Set<FieldClass> plain(Permit permit) {
    Set<FieldClass> plain = EnumSet.noneOf(FieldClass.class);
    permit
        .forms()
        .forEach(
            (field, form) -> {
              if (form == Form.PLAIN) {
                plain.add(field);
              }
            });
    return plain;
  }

  private List<List<MarkedCell>> marked(Set<FieldClass> plain) {
    List<List<MarkedCell>> rows = new ArrayList<>(sample.offers().size());
    for (List<Offer> offers : sample.offers()) {
      List<MarkedCell> cells = new ArrayList<>(4);
      for (Offer offer : offers) {
        if (plain.contains(OfferSample.field(offer))) {
          mark(offer, cells);
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  private void mark(Offer offer, List<MarkedCell> cells) {
    Seed seed = biases.seed(offer.position());
    for (Carrier carrier : offer.carriers()) {
      cells.add(new MarkedCell(offer.position(), carrier, Biases.draw(seed, carrier)));
    }
  }
}
