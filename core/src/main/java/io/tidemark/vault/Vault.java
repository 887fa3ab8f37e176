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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

  private final Suite suite;
  private final DataKeys dataKeys;
  private final byte[] commitmentKey;
  private final PerThread<Tokens> tokens;
  private final PerThread<Positions> positions;
  private final PerThread<BiasKey> biases;
  private final SecretBox caseBox;
  private final SecretBox reportBox;
  private final byte[] archiveKey;
  private final SecretBox archiveBox;
  private final Suppression suppression;
  private final Shelf shelf;

  /** A vault over these keys and this shelf. */
  public Vault(KeyRing keys, Shelf shelf) {
    this.suite = keys.suite();
    this.dataKeys = new DataKeys(keys, shelf::dataKeys);
    this.commitmentKey = keys.key(KeyRing.Use.COMMITMENT);
    this.tokens = new PerThread<>(() -> new Tokens(keys.mac(KeyRing.Use.INDEX)));
    this.positions = new PerThread<>(() -> new Positions(keys.mac(KeyRing.Use.POSITION)));
    this.biases = new PerThread<>(() -> new BiasKey(keys.key(KeyRing.Use.BIAS)));
    this.caseBox = SecretBox.keyed(suite, keys.key(KeyRing.Use.CASE));
    this.reportBox = SecretBox.keyed(suite, keys.derive(KeyRing.Use.CASE, "call reports"));
    this.archiveKey = keys.key(KeyRing.Use.ARCHIVE);
    this.archiveBox = SecretBox.keyed(suite, keys.derive(KeyRing.Use.ARCHIVE, "boxes"));
    this.suppression = new Suppression(keys);
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
    List<Offer> offers = positions.get().offers(content.original(), content.canonical());
    Digest commitment = commitment(content, offers, salt, key, version).digest();
    Map<Locator, Long> locators = locators(content);
    int epoch = dataKeys.newest();
    byte[] box = sealed(content.bytes(), salt, epoch, bound(key, version));
    return new SealedRecord(key, person, salt, version, epoch, box, commitment, offers, locators);
  }

  private Map<Locator, Long> locators(Content content) {
    Map<Locator, Long> locators = new EnumMap<>(Locator.class);
    for (Locator locator : Locator.all()) {
      PersonalText value = content.canonical(locator.field());
      if (!value.isEmpty()) {
        locators.put(locator, tokens.get().locator(locator, value));
      }
    }
    return locators;
  }

  private byte[] sealed(byte[] content, Salt salt, int epoch, byte[] boundTo) {
    try {
      return PersonKey.of(suite, dataKeys.key(epoch), salt).seal(content, boundTo);
    } catch (WrongKey e) {
      throw new IllegalStateException("the newest data key is always known", e);
    }
  }

  /** Learns of data keys that were drawn meanwhile: from now on the newest of them seals. */
  public void readKeysAgain() {
    dataKeys.readAgain();
  }

  /** The epoch of the data key that seals, as far as this vault knows. */
  public int epoch() {
    return dataKeys.newest();
  }

  /** The same content sealed under the data key of {@link #epoch}; it is shown to nobody. */
  public byte[] reseal(Box box) {
    byte[] boundTo = bound(box.key(), box.version());
    try {
      byte[] content =
          PersonKey.of(suite, dataKeys.key(box.epoch()), box.salt()).open(box.bytes(), boundTo);
      return sealed(content, box.salt(), dataKeys.newest(), boundTo);
    } catch (WrongKey e) {
      throw altered(box.record(), e);
    }
  }

  private static IllegalStateException altered(int record, WrongKey cause) {
    return new IllegalStateException("record " + record + " was altered in the database", cause);
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
    Content content = content(stored);
    return new OpenedRecord(
        stored.id(),
        content,
        stored.offers(),
        () -> commitment(content, stored.offers(), stored.salt(), stored.key(), stored.version()),
        stored.since());
  }

  private Content content(StoredRecord stored) {
    try {
      Seal key = PersonKey.of(suite, dataKeys.key(stored.epoch()), stored.salt());
      return Content.parse(key.open(stored.box(), bound(stored.key(), stored.version())));
    } catch (WrongKey e) {
      throw altered(stored.id().number(), e);
    }
  }

  /** The ways that lead to a record which is to be erased; what it says is shown to nobody. */
  public Tracks tracks(StoredRecord stored) {
    Content content = content(stored);
    Set<UUID> names = new HashSet<>(tokens.get().names(content));
    names.add(stored.key());
    return new Tracks(locators(content), names);
  }

  /**
   * What is made of a record that was given away, for a notice to whoever was given it: the caller
   * seals it at once, and it is shown to nobody here.
   */
  public <T> T asGiven(StoredRecord given, Function<Content, T> made) {
    return made.apply(content(given));
  }

  /**
   * Holds a deposited content against what stands corrected in its record: a field of which it says
   * nothing, or something that the record said before, stays corrected. What is opened for it is
   * shown to nobody.
   */
  public HeldContent hold(Content deposited, StoredRecord current, Corrections.Standing standing) {
    Content now = content(current);
    Content.Builder content = new Content.Builder();
    Set<FieldClass> held = new HashSet<>();
    Set<FieldClass> overtaken = new HashSet<>();
    for (FieldClass field : FieldClass.values()) {
      Set<UUID> earlier = standing.earlier().get(field);
      PersonalText said = deposited.canonical(field);
      boolean corrected =
          earlier != null
              && (said.isEmpty()
                  || said.equals(now.canonical(field))
                  || earlier.contains(tokens.get().value(current.key(), field, said)));
      if (earlier != null && !corrected) {
        overtaken.add(field);
      } else if (corrected && !said.equals(now.canonical(field))) {
        held.add(field);
      }
      content.put(field, corrected ? now : deposited);
    }
    return new HeldContent(content.build(), held, overtaken);
  }

  /** Tokens of those who were erased. */
  public Suppression suppression() {
    return suppression;
  }

  /** The tokens by which a content would be known as somebody's who was erased. */
  public Set<UUID> suppressions(Content content) {
    return suppression.tokens(tokens.get().names(content));
  }

  /** Seals what is kept of somebody who was erased. */
  public byte[] sealArchive(UUID id, byte[] kept) {
    return archiveBox.seal(kept, id.toString());
  }

  /** Opens it; the caller has the duty and the receipt of an entry about it. */
  public byte[] openArchive(UUID id, byte[] sealed) throws WrongKey {
    return archiveBox.open(sealed, id.toString());
  }

  /** The token under which the archive is found by a number; other than that of the index. */
  public UUID archiveToken(long locator) {
    ByteBuffer bytes = ByteBuffer.wrap(suite.hkdf(archiveKey, new byte[0], "token " + locator, 16));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** Seals a case file. */
  public byte[] sealCase(String id, byte[] file) {
    return caseBox.seal(file, id);
  }

  /** Opens a sealed case file; the caller has the duty and the receipt of an entry about it. */
  public byte[] openCase(String id, byte[] sealed) throws WrongKey {
    return caseBox.open(sealed, id);
  }

  /** Seals a report of a call. */
  public byte[] sealReport(String name, byte[] report) {
    return reportBox.seal(report, name);
  }

  /** Opens it; the caller has the receipt of an entry about it. */
  public byte[] openReport(String name, byte[] sealed) throws WrongKey {
    return reportBox.open(sealed, name);
  }

  /** The number that hides a record's commitment within one disclosure: 16 bytes; opens nothing. */
  public byte[] nonce(StoredRecord stored, DisclosureId disclosure) {
    return nonce(stored.salt(), stored.key(), disclosure.text());
  }

  /**
   * The number that hides what one person said within one entry: 16 bytes; without the person's
   * salt nobody can tell whom it belongs to.
   */
  public byte[] nonce(UUID person, Salt salt, ConsentId consent) {
    return nonce(salt, person, consent.text());
  }

  private byte[] nonce(Salt salt, UUID name, String within) {
    return new PersonCommitments(suite, commitmentKey, salt).nonce(bytes(name), within);
  }

  private Commitment commitment(
      Content content, List<Offer> offers, Salt salt, UUID record, UUID version) {
    List<Commitment.Item> items = new ArrayList<>(COMMITTED.size() + offers.size());
    byte[] salts =
        new PersonCommitments(suite, commitmentKey, salt)
            .salts(bytes(record), bytes(version), 2 * COMMITTED.size());
    for (FieldClass field : COMMITTED) {
      String value = committed(field, content, offers);
      if (!value.isEmpty()) {
        items.add(Commitment.Item.of(field.name(), itemSalt(salts, field, false), value));
      }
    }
    for (Offer offer : offers) {
      FieldClass field = offer.carriers().get(0).field();
      byte[] own = itemSalt(salts, field, true);
      items.add(Commitment.Item.of("mark " + field, own, mark(offer)));
    }
    return new Commitment(items);
  }

  private static byte[] itemSalt(byte[] salts, FieldClass field, boolean mark) {
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
