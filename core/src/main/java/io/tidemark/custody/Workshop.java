package io.tidemark.custody;

import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.disclose.Preparation;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.disclose.alias.AliasesShort;
import io.tidemark.disclose.alias.CopyAliases;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.HoneyParts;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.disclose.honey.Unused;
import io.tidemark.disclose.mark.Marker;
import io.tidemark.disclose.plan.Traceability;
import io.tidemark.fingerprint.Positions;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Party;
import io.tidemark.terms.Refusal;
import io.tidemark.trace.Holders;
import io.tidemark.trace.HoneyFactor;
import io.tidemark.vault.Batches;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.SealedList;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Keys and tools for one recipient's copies: what a release needs besides its order. Thread-safe.
 */
public final class Workshop {
  private final KeyRing keys;
  private final Vault vault;
  private final Shelf shelf;
  private final Holders holders;
  private final Policy policy;
  private final int recipients;
  private final NumberPool pool;
  private final AliasNumbers aliases;
  private final Plans plans = new Plans();

  /**
   * A workshop.
   *
   * @param recipients how many parties could be candidates of an inquiry
   * @param pool the numbers that the operator monitors
   * @param aliases the numbers that stand for people
   */
  public Workshop(
      KeyRing keys,
      Vault vault,
      Shelf shelf,
      Holders holders,
      Policy policy,
      int recipients,
      NumberPool pool,
      AliasNumbers aliases) {
    this.keys = keys;
    this.vault = vault;
    this.shelf = shelf;
    this.holders = holders;
    this.policy = policy;
    this.recipients = recipients;
    this.pool = pool;
    this.aliases = aliases;
  }

  /** The key from which a party's spellings come. */
  public RecipientKey recipientKey(String party) {
    return new RecipientKey(keys.derive(KeyRing.Use.RECIPIENT, party));
  }

  /** What a recorded disclosure's honey customers are drawn from: its key, its numbers. */
  public HoneyKey honeyKey(DisclosureId disclosure) {
    return honeyKey(disclosure, pool.of(disclosure));
  }

  /** What the honey customers of a disclosure with these numbers are drawn from. */
  HoneyKey honeyKey(DisclosureId disclosure, PoolNumbers numbers) {
    return new HoneyKey(keys.derive(KeyRing.Use.HONEY, disclosure.text()), numbers);
  }

  /**
   * Numbers of the pool for a copy with so many honey customers: none where it does not show mobile
   * numbers whole, fewer where the pool has fewer.
   */
  NumberPool.Chosen numbers(Permit permit, int honey) {
    return pool.next(showsMobiles(permit) ? honey : 0);
  }

  /** Whether a copy's honey customers would have numbers of the pool, were there enough of them. */
  boolean poolServes(Permit permit) {
    return showsMobiles(permit) && pool.counts().all() > 0;
  }

  private static boolean showsMobiles(Permit permit) {
    return permit.forms().get(FieldClass.MOBILE) == Form.PLAIN;
  }

  /** The last day on which the alias numbers of a copy made now ring; nothing where it has none. */
  Optional<LocalDate> aliasesUntil(Permit permit, Instant now) {
    return AliasNumbers.until(policy, permit, now);
  }

  private static boolean showsAliases(Permit permit) {
    return permit.forms().get(FieldClass.MOBILE) == Form.ALIAS;
  }

  /** Why a list cannot have its alias numbers now; nothing when it can or needs none. */
  private Optional<Refusal> aliasesShort(
      Permit permit, RoaringBitmap records, long asOf, int honey) {
    if (!showsAliases(permit)) {
      return Optional.empty();
    }
    AliasBook.Holder holder =
        new AliasBook.Holder(permit.to().map(Party::id).orElseThrow(), permit.purpose());
    int missing = aliases.missing(holder, records, asOf, honey);
    return missing > 0 ? Optional.of(AliasesShort.refusal(missing)) : Optional.empty();
  }

  /** How strongly rows speak for honey customers. */
  HoneyFactor honeyFactor() {
    Map<DisclosureId, HoneyKey> opened = new ConcurrentHashMap<>();
    return (disclosure, draw, row) ->
        HoneyParts.factor(opened.computeIfAbsent(disclosure, this::honeyKey), draw, row);
  }

  /**
   * The preparation of one copy, whose entry is recorded.
   *
   * @param unused which numbers its honey customers may not have
   */
  public Preparation preparation(
      DisclosureId id, Permit permit, int honey, RoaringBitmap records, Unused unused) {
    return preparation(id, permit, honey, records, unused, pool.of(id));
  }

  /** The same, where it is known which numbers of the pool are the copy's own. */
  Preparation preparation(
      DisclosureId id,
      Permit permit,
      int honey,
      RoaringBitmap records,
      Unused unused,
      PoolNumbers numbers) {
    String party = permit.to().map(Party::id).orElseThrow();
    return new Preparation(
        () ->
            new Preparation.Tools(
                new Marker(new BiasKey(keys.key(KeyRing.Use.BIAS)), recipientKey(party)),
                TurningBack.of(keys, party)),
        new Positions(keys.mac(KeyRing.Use.POSITION)),
        new HoneyCustomers(
            honeyKey(id, numbers), honey, Math.max(1, records.getCardinality()), unused),
        showsAliases(permit) ? aliases.of(id) : CopyAliases.NONE);
  }

  /**
   * Which numbers somebody in custody, a customer of another disclosure, or one of the same copy
   * has: asked of the search tokens, nothing is opened.
   */
  Unused unused() {
    return new FreeNumbers(vault.tokens(), shelf, holders);
  }

  /** What would become of a release of this list now. */
  public Foreseen foresee(Permit permit, RoaringBitmap records, long asOf) {
    return foresee(DisclosureId.random(), permit, records, 0, asOf);
  }

  /** Looks over the sealed records of a list, opening none. */
  Foreseen foresee(DisclosureId id, Permit permit, RoaringBitmap records, int honey, long asOf) {
    RootBuilder root = new RootBuilder();
    OfferSample sample = new OfferSample(records.getCardinality());
    SealedList sealed = new SealedList(shelf, records, asOf);
    try (Stream<StoredRecord> stored = sealed.records()) {
      Batches.mapped(
              stored.peek(record -> sample.add(record.offers())), record -> leaf(vault, id, record))
          .forEachOrdered(root::add);
    }
    Party to = permit.to().orElseThrow();
    Foresight foresight =
        new Foresight(
            permit,
            policy,
            sample,
            recipients,
            new BiasKey(keys.key(KeyRing.Use.BIAS)),
            numbers(permit, 1).numbers(),
            plans);
    Foresight.Plan plan = foresight.plan(honey);
    Map<LeakCondition, Integer> demanded = foresight.demanded();
    int undemanded = policy.undemanded(permit.purpose(), to.kind());
    return new Foreseen(
        sealed,
        new Traceability(root.root(), plan.rows(), plan.honey(), recipients, plan.marked()),
        demanded,
        plan.rows().meets(demanded)
            ? aliasesShort(permit, records, asOf, plan.honey())
            : Optional.of(new NotTraceable(foresight, plan, undemanded).refusal()));
  }

  /** The leaf of one person's record in one disclosure. */
  static io.tidemark.terms.Digest leaf(Vault vault, DisclosureId id, StoredRecord record) {
    byte[] nonce = vault.nonce(record, id);
    byte[] leaf = java.util.Arrays.copyOf(nonce, nonce.length + io.tidemark.terms.Digest.SIZE);
    System.arraycopy(
        record.commitment().bytes(), 0, leaf, nonce.length, io.tidemark.terms.Digest.SIZE);
    return Merkle.leaf(leaf);
  }
}
