package io.tidemark.vault;

import io.tidemark.authorise.Permit;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.Positions;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.ConsentId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/** Seals and opens records. Thread-safe. */
public final class Vault {
  /** The line of a ledger entry that names the permit under which something is opened. */
  public static final String PERMIT_LINE = "permit";

  private static final List<FieldClass> COMMITTED =
      List.of(
          FieldClass.NAME,
          FieldClass.IDENTITY_NUMBER,
          FieldClass.MOBILE,
          FieldClass.PLATE,
          FieldClass.VIN,
          FieldClass.POLICY_NUMBER,
          FieldClass.EXPIRY,
          FieldClass.MODEL,
          FieldClass.ADDRESS,
          FieldClass.REMARK,
          FieldClass.AGENCY);

  /** How many of them have their salts of old: first those of the values, then those of marks. */
  private static final int WITH_OLD_SALTS = 10;

  private final byte[] dataKey;
  private final ThreadLocal<Tokens> tokens;
  private final ThreadLocal<Positions> positions;
  private final ThreadLocal<BiasKey> biases;
  private final MasterKey caseBox;
  private final Shelf shelf;

  /** A vault over these keys and this shelf. */
  public Vault(KeyRing keys, Shelf shelf) {
    this.dataKey = keys.key(KeyRing.Use.DATA);
    this.tokens = ThreadLocal.withInitial(() -> new Tokens(keys.key(KeyRing.Use.INDEX)));
    this.positions = ThreadLocal.withInitial(() -> new Positions(keys.key(KeyRing.Use.POSITION)));
    this.biases = ThreadLocal.withInitial(() -> new BiasKey(keys.key(KeyRing.Use.BIAS)));
    this.caseBox =
        MasterKey.parse(HexFormat.of().formatHex(keys.derive(KeyRing.Use.DATA, "case files")));
    this.shelf = shelf;
  }

  /** This thread's search tokens. */
  public Tokens tokens() {
    return tokens.get();
  }

  /** Seals a content under the person's salt. */
  public SealedRecord seal(Content content, UUID person, Salt salt) {
    Tokens tokens = this.tokens.get();
    UUID key = tokens.record(content);
    UUID version = tokens.version(content);
    PersonKey personKey = new PersonKey(dataKey, salt);
    List<Offer> offers = positions.get().offers(content.original(), content.canonical());
    Digest commitment = commitment(content, offers, personKey, key, version).digest();
    Map<Locator, Long> locators = new EnumMap<>(Locator.class);
    for (Locator locator : Locator.all()) {
      PersonalText value = content.canonical(locator.field());
      if (!value.isEmpty()) {
        locators.put(locator, tokens.locator(locator, value));
      }
    }
    byte[] box = personKey.seal(content.bytes(), bound(key, version));
    return new SealedRecord(key, person, salt, version, box, commitment, offers, locators);
  }

  /**
   * Opens records. The receipt must be of an entry that names this very permit, and no more records
   * may be asked for than it allows; anything else is a defect of the caller and throws {@link
   * IllegalStateException}.
   *
   * @param asOf the ledger index before which the versions must have been deposited; {@link
   *     Shelf#LATEST} for today's
   */
  public Opened open(Permit permit, Receipt receipt, RoaringBitmap records, long asOf) {
    return open(permit, receipt, new SealedList(shelf, records, asOf));
  }

  /** Opens records that the shelf gave already, under the same conditions. */
  public Opened open(Permit permit, Receipt receipt, SealedList sealed) {
    check(permit, receipt, sealed.size());
    return new Opened(Batches.mapped(sealed.records(), this::open));
  }

  /**
   * Opens every version of the records that was deposited before the ledger index {@code before},
   * under the same conditions.
   */
  public Opened openHistory(Permit permit, Receipt receipt, RoaringBitmap records, long before) {
    check(permit, receipt, records.getLongCardinality());
    return new Opened(Batches.mapped(shelf.versions(records, before), this::open));
  }

  private static void check(Permit permit, Receipt receipt, long records) {
    String named = receipt.entry().value(PERMIT_LINE).orElse("");
    if (!named.equals(permit.digest().toString())) {
      throw new IllegalStateException("the receipt is not of an entry that names this permit");
    }
    if (records > permit.people()) {
      throw new IllegalStateException("the permit does not reach for so many records");
    }
  }

  private OpenedRecord open(StoredRecord stored) {
    PersonKey key = new PersonKey(dataKey, stored.salt());
    try {
      Content content =
          Content.parse(key.open(stored.box(), bound(stored.key(), stored.version())));
      return new OpenedRecord(
          stored.id(),
          content,
          stored.offers(),
          () -> commitment(content, stored.offers(), key, stored.key(), stored.version()),
          stored.since());
    } catch (WrongKey e) {
      throw new IllegalStateException(
          "record " + stored.id().number() + " was altered in the database", e);
    }
  }

  /** Seals a case file under a key of its own. */
  public byte[] sealCase(String id, byte[] file) {
    return caseBox.wrap(file, id);
  }

  /** Opens a sealed case file; the caller has the duty and the receipt of an entry about it. */
  public byte[] openCase(String id, byte[] sealed) throws WrongKey {
    return caseBox.unwrap(sealed, id);
  }

  /** The number that hides a record's commitment within one disclosure: 16 bytes; opens nothing. */
  public byte[] nonce(StoredRecord stored, DisclosureId disclosure) {
    return new PersonKey(dataKey, stored.salt()).nonce(bytes(stored.key()), disclosure.text());
  }

  /**
   * The number that hides what one person said within one entry: 16 bytes; without the person's
   * salt nobody can tell whom it belongs to.
   */
  public byte[] nonce(UUID person, Salt salt, ConsentId consent) {
    return new PersonKey(dataKey, salt).nonce(bytes(person), consent.text());
  }

  private Commitment commitment(
      Content content, List<Offer> offers, PersonKey key, UUID record, UUID version) {
    List<Commitment.Item> items = new ArrayList<>(COMMITTED.size() + offers.size());
    byte[] salts = key.salts(bytes(record), bytes(version), 2 * COMMITTED.size());
    for (FieldClass field : COMMITTED) {
      String value = committed(field, content, offers);
      if (!value.isEmpty()) {
        items.add(Commitment.Item.of(field.name(), salt(salts, field, false), value));
      }
    }
    for (Offer offer : offers) {
      FieldClass field = offer.carriers().get(0).field();
      byte[] salt = salt(salts, field, true);
      items.add(Commitment.Item.of("mark " + field, salt, mark(offer)));
    }
    return new Commitment(items);
  }

  private static byte[] salt(byte[] salts, FieldClass field, boolean mark) {
    int place = COMMITTED.indexOf(field);
    int item =
        place < WITH_OLD_SALTS ? place + (mark ? WITH_OLD_SALTS : 0) : 2 * place + (mark ? 1 : 0);
    return Arrays.copyOfRange(salts, item * Salt.SIZE, (item + 1) * Salt.SIZE);
  }

  /** A marked field by the carriers that were offered for it, so that it never changes later. */
  private static String committed(FieldClass field, Content content, List<Offer> offers) {
    if (!Catalogue.marked().contains(field)) {
      return content.canonical(field).reveal(Reveal.SEAL);
    }
    List<Carrier> offered =
        offers.stream()
            .map(Offer::carriers)
            .filter(carriers -> carriers.get(0).field() == field)
            .findFirst()
            .orElse(List.of());
    return Catalogue.parse(field, content.original(field), offered).content().reveal(Reveal.SEAL);
  }

  /** A marked value as it is committed to: position, seed of its biases, carriers. */
  private String mark(Offer offer) {
    String carriers = offer.carriers().stream().map(Carrier::name).collect(Collectors.joining(","));
    return offer.position() + " " + biases.get().seed(offer.position()) + " " + carriers;
  }

  /** What a box is bound to: it opens as this version of this record only. */
  private static byte[] bound(UUID record, UUID version) {
    return ByteBuffer.allocate(32).put(bytes(record)).put(bytes(version)).array();
  }

  private static byte[] bytes(UUID key) {
    return ByteBuffer.allocate(16)
        .putLong(key.getMostSignificantBits())
        .putLong(key.getLeastSignificantBits())
        .array();
  }
}
