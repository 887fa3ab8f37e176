package io.tidemark.custody;

import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.disclose.Preparation;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.mark.Marker;
import io.tidemark.disclose.mask.PartyTokens;
import io.tidemark.disclose.plan.MarkedCell;
import io.tidemark.disclose.plan.Planner;
import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.disclose.plan.Traceability;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.Positions;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.fingerprint.code.Seed;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.trace.HoneyEvidence;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Vault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Keys and tools for one recipient's copies: what a release needs besides its order. Thread-safe.
 */
public final class Workshop {
  private static final int SAMPLE = 2_000;

  private final KeyRing keys;
  private final Vault vault;
  private final Shelf shelf;
  private final Policy policy;
  private final int recipients;

  /**
   * A workshop.
   *
   * @param recipients how many parties could be candidates of an inquiry
   */
  public Workshop(KeyRing keys, Vault vault, Shelf shelf, Policy policy, int recipients) {
    this.keys = keys;
    this.vault = vault;
    this.shelf = shelf;
    this.policy = policy;
    this.recipients = recipients;
  }

  /** The key from which a party's spellings come. */
  public RecipientKey recipientKey(String party) {
    return new RecipientKey(keys.derive(KeyRing.Use.RECIPIENT, party));
  }

  /** The key from which a disclosure's honey customers come. */
  public HoneyKey honeyKey(DisclosureId disclosure) {
    return new HoneyKey(keys.derive(KeyRing.Use.HONEY, disclosure.text()));
  }

  /** The preparation of one copy. */
  public Preparation preparation(DisclosureId id, Permit permit, int honey, RoaringBitmap records) {
    String party = permit.to().map(Party::id).orElseThrow();
    return new Preparation(
        new Marker(new BiasKey(keys.key(KeyRing.Use.BIAS)), recipientKey(party)),
        new PartyTokens(keys.derive(KeyRing.Use.TOKEN, party)),
        new Positions(keys.key(KeyRing.Use.POSITION)),
        new HoneyCustomers(honeyKey(id), honey, Math.max(1, records.getCardinality())));
  }

  /** How many rows would name the recipient if the list were released now. */
  public RowsToName foresee(Permit permit, RoaringBitmap records, long asOf) {
    return traceability(DisclosureId.random(), permit, records, 0, asOf).rowsToName();
  }

  /** Looks over the sealed records of a list, opening none. */
  Traceability traceability(
      DisclosureId id, Permit permit, RoaringBitmap records, int honey, long asOf) {
    RootBuilder root = new RootBuilder();
    List<List<Offer>> sample = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(records.getCardinality());
    try (Stream<StoredRecord> stored = shelf.records(records, asOf)) {
      Iterator<StoredRecord> each = stored.iterator();
      while (each.hasNext()) {
        StoredRecord record = each.next();
        root.add(leaf(id, record));
        keep(record.offers(), sample, root.size(), random);
      }
    }
    List<List<MarkedCell>> rows = marked(permit, sample);
    return planned(permit, rows, records.getCardinality(), honey, root);
  }

  /** The leaf of one person's record in one disclosure. */
  io.tidemark.terms.Digest leaf(DisclosureId id, StoredRecord record) {
    byte[] nonce = vault.nonce(record, id);
    byte[] leaf = java.util.Arrays.copyOf(nonce, nonce.length + io.tidemark.terms.Digest.SIZE);
    System.arraycopy(
        record.commitment().bytes(), 0, leaf, nonce.length, io.tidemark.terms.Digest.SIZE);
    return Merkle.leaf(leaf);
  }

  /** Reservoir sampling (Vitter 1985). */
  private static void keep(
      List<Offer> offers, List<List<Offer>> sample, long seen, SplittableRandom random) {
    if (sample.size() < SAMPLE) {
      sample.add(offers);
    } else {
      long place = random.nextLong(seen);
      if (place < SAMPLE) {
        sample.set((int) place, offers);
      }
    }
  }

  private List<List<MarkedCell>> marked(Permit permit, List<List<Offer>> sample) {
    BiasKey biases = new BiasKey(keys.key(KeyRing.Use.BIAS));
    RecipientKey recipient = recipientKey(permit.to().map(Party::id).orElseThrow());
    List<List<MarkedCell>> rows = new ArrayList<>(sample.size());
    for (List<Offer> offers : sample) {
      List<MarkedCell> cells = new ArrayList<>(4);
      for (Offer offer : offers) {
        FieldClass field = offer.carriers().get(0).field();
        if (permit.forms().get(field) == Form.PLAIN) {
          cells.addAll(cells(offer, biases, recipient));
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  private static List<MarkedCell> cells(Offer offer, BiasKey biasKey, RecipientKey recipient) {
    Seed seed = biasKey.seed(offer.position());
    RecipientKey.Draw draw = recipient.draw(offer.position());
    List<MarkedCell> cells = new ArrayList<>(2);
    for (Carrier carrier : offer.carriers()) {
      Biases biases = Biases.draw(seed, carrier);
      cells.add(new MarkedCell(offer.position(), carrier, biases, draw.symbol(carrier, biases)));
    }
    return cells;
  }

  /**
   * Plans with the honey customers that are wanted; adds more, up to the policy's share, while the
   * demand is not met.
   */
  private Traceability planned(
      Permit permit, List<List<MarkedCell>> rows, int size, int honey, RootBuilder root) {
    Optional<Integer> demanded =
        permit.to().flatMap(to -> policy.demandedRows(permit.purpose(), to.kind(), size));
    int most = (int) (policy.honeyShare() * size);
    int customers = honey;
    RowsToName plan = plan(rows, size, customers);
    while (demanded.isPresent()
        && plan.asReleased().orElse(Integer.MAX_VALUE) > demanded.get()
        && customers < most) {
      customers = Math.min(most, 2 * customers + 1 + size / 100);
      plan = plan(rows, size, customers);
    }
    boolean met =
        demanded.isEmpty() || plan.asReleased().orElse(Integer.MAX_VALUE) <= demanded.get();
    return met || customers == honey
        ? new Traceability(root.root(), plan, customers)
        : new Traceability(root.root(), plan(rows, size, honey), honey);
  }

  private RowsToName plan(List<List<MarkedCell>> rows, int size, int customers) {

    return new Planner(recipients, policy.bound() / 2, HoneyEvidence::log).rowsToName(rows, size, customers);
  }
}
