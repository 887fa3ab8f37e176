package io.tidemark.trace;

import io.tidemark.authorise.Chains;
import io.tidemark.authorise.Permit;
import io.tidemark.disclose.honey.HoneyCustomer;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.HoneyParts;
import io.tidemark.disclose.honey.Unused;
import io.tidemark.disclose.mark.Marker;
import io.tidemark.fingerprint.Positions;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.MemoryJournal;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import io.tidemark.vault.Contents;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Locator;
import io.tidemark.vault.MemoryShelf;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Salt;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/** A portfolio in memory, parties that were given parts of it, and what leaks from them. */
final class Leaks implements Holders {
  static final List<FieldClass> COLUMNS =
      List.of(
          FieldClass.NAME,
          FieldClass.MOBILE,
          FieldClass.PLATE,
          FieldClass.MODEL,
          FieldClass.ADDRESS,
          FieldClass.EXPIRY);

  private final KeyRing keys = Contents.keys();
  private final MemoryShelf shelf = new MemoryShelf(keys);
  private final Vault vault = new Vault(keys, shelf);
  private final MemoryJournal journal = new MemoryJournal();
  private final List<Content> contents = new ArrayList<>();
  private final List<RecordedDisclosure> disclosures = new ArrayList<>();
  private final Map<Integer, RoaringBitmap> given = new HashMap<>();
  private final Map<Locator, Map<Long, Set<Invented>>> honeyTokens = new EnumMap<>(Locator.class);
  private final Map<Integer, List<Content>> honey = new HashMap<>();

  void deposit(Content content) {
    shelf.put(vault.seal(content, vault.tokens().person(content), Salt.draw()));
    contents.add(content);
  }

  /** Gives the records from {@code from} (counting from 1) to {@code to} to a party. */
  int disclose(String party, int from, int to, int customers) {
    return disclose(party, from, to, customers, Set.copyOf(COLUMNS));
  }

  /** Gives these columns of them. */
  int disclose(String party, int from, int to, int customers, Set<FieldClass> columns) {
    int number = disclosures.size() + 1;
    disclosures.add(
        new RecordedDisclosure(
            number, DisclosureId.random(), party, to - from + 1, customers, number, 0, columns));
    for (int record = from; record <= to; record++) {
      given.computeIfAbsent(record, r -> new RoaringBitmap()).add(number);
    }
    HoneyCustomers invented =
        new HoneyCustomers(honeyKey(id(number)), customers, to - from + 1, this::taken);
    List<HoneyCustomer> all = new ArrayList<>();
    for (int row = 0; row <= to - from; row++) {
      all.addAll(invented.after(row, contents.get(from - 1 + row)));
    }
    for (HoneyCustomer customer : all) {
      for (Locator kind : Unused.numbers(customer)) {
        long token = vault.tokens().locator(kind, customer.content().canonical(kind.field()));
        honeyTokens
            .computeIfAbsent(kind, k -> new HashMap<>())
            .computeIfAbsent(token, t -> new HashSet<>())
            .add(new Invented(number, customer.draw()));
      }
    }
    honey.put(number, all.stream().map(HoneyCustomer::content).toList());
    return number;
  }

  private Set<Locator> taken(HoneyCustomer customer) {
    Set<Locator> taken = Unused.numbers(customer);
    taken.removeIf(
        kind -> {
          long token = vault.tokens().locator(kind, customer.content().canonical(kind.field()));
          return shelf.find(kind, List.of(token)).isEmpty();
        });
    return taken;
  }

  DisclosureId id(int number) {
    return disclosures.get(number - 1).id();
  }

  private double honeyFactor(DisclosureId disclosure, int draw, Map<FieldClass, PersonalText> row) {
    return HoneyParts.factor(honeyKey(disclosure), draw, row);
  }

  HoneyKey honeyKey(DisclosureId disclosure) {
    return new HoneyKey(keys.derive(KeyRing.Use.HONEY, disclosure.text()));
  }

  RecipientKey key(String party) {
    return new RecipientKey(keys.derive(KeyRing.Use.RECIPIENT, party));
  }

  /** The record as this party sees it. */
  LeakedRow from(String party, int record) {
    Content content = contents.get(record - 1);
    Marker marker = new Marker(new BiasKey(keys.key(KeyRing.Use.BIAS)), key(party));
    Positions positions = new Positions(keys.mac(KeyRing.Use.POSITION));
    Map<FieldClass, PersonalText> raw = new EnumMap<>(FieldClass.class);
    for (FieldClass field : COLUMNS) {
      raw.put(
          field,
          marker.mark(
              field,
              content.original(field),
              positions.offers(content.original(), content.canonical())));
    }
    return row(record, raw, content);
  }

  /** The record as it was deposited. */
  LeakedRow original(int record) {
    Content content = contents.get(record - 1);
    return row(record, content.original(), content);
  }

  LeakedRow honey(int disclosure, int customer) {
    Content content = honey.getOrDefault(disclosure, List.of()).get(customer);
    return row(1, content.original(), content);
  }

  static LeakedRow foreign(int number) {
    Content content = Contents.policy(900_000 + number);
    return row(number, content.original(), content);
  }

  /** The same row with these fields only. */
  static LeakedRow only(LeakedRow row, FieldClass... fields) {
    Map<FieldClass, PersonalText> raw = new EnumMap<>(row.raw());
    Map<FieldClass, PersonalText> canonical = new EnumMap<>(row.canonical());
    raw.keySet().retainAll(List.of(fields));
    canonical.keySet().retainAll(List.of(fields));
    return new LeakedRow(row.number(), raw, canonical, row.whole());
  }

  private static LeakedRow row(int number, Map<FieldClass, PersonalText> raw, Content content) {
    Map<FieldClass, PersonalText> seen = new EnumMap<>(raw);
    seen.keySet().retainAll(COLUMNS);
    Map<FieldClass, PersonalText> canonical = new EnumMap<>(content.canonical());
    canonical.keySet().retainAll(COLUMNS);
    return new LeakedRow(number, seen, canonical, PersonalText.of(""));
  }

  Reading read(List<LeakedRow> rows) {
    Matches matches = new Finder(shelf, this, vault.tokens()).find(rows.iterator());
    Permit permit = Chains.permit("nobody", Map.of(FieldClass.NAME, Form.PLAIN), contents.size());
    Entry entry = Entry.of("inquiry").line(Vault.PERMIT_LINE, permit.digest()).build();
    try (Opened opened =
        vault.open(permit, journal.record(entry), matches.records(), Shelf.LATEST)) {
      return new Reader(new BiasKey(keys.key(KeyRing.Use.BIAS))).read(matches, opened);
    }
  }

  Attribution attribute(List<LeakedRow> rows) {
    return attribute(rows, Integer.MAX_VALUE);
  }

  /** The same when it was seen before this disclosure was recorded. */
  Attribution attribute(List<LeakedRow> rows, int before) {
    return new Tracer(this, this::key, this::honeyFactor)
        .attribute(read(rows), Bound.atAttempt(1e-6, 1), Long.MAX_VALUE, before);
  }

  @Override
  public Map<Integer, RoaringBitmap> of(RoaringBitmap records) {
    Map<Integer, RoaringBitmap> holding = new HashMap<>(given);
    holding.keySet().removeIf(record -> !records.contains(record));
    return holding;
  }

  @Override
  public List<RecordedDisclosure> disclosures(RoaringBitmap numbers) {
    return disclosures.stream().filter(each -> numbers.contains(each.number())).toList();
  }

  @Override
  public Map<Long, Set<Invented>> honey(Locator kind, Collection<Long> tokens) {
    Map<Long, Set<Invented>> found = new HashMap<>(honeyTokens.getOrDefault(kind, Map.of()));
    found.keySet().retainAll(List.copyOf(tokens));
    return found;
  }

  @Override
  public Map<String, Long> honeyOf(Collection<String> parties, long before) {
    Map<String, Long> draws = new HashMap<>();
    disclosures.stream()
        .filter(each -> parties.contains(each.party()) && each.honey() > 0)
        .forEach(
            each ->
                draws.merge(each.party(), (long) HoneyCustomers.draws(each.honey()), Long::sum));
    return draws;
  }

  @Override
  public long honey(long before) {
    return disclosures.stream().mapToLong(d -> HoneyCustomers.draws(d.honey())).sum();
  }

  @Override
  public long records() {
    return contents.size();
  }

  @Override
  public long parties() {
    return disclosures.stream().map(RecordedDisclosure::party).distinct().count();
  }

  @Override
  public Map<String, Long> given(Collection<String> parties) {
    return disclosures.stream()
        .filter(each -> parties.contains(each.party()))
        .collect(
            Collectors.groupingBy(
                RecordedDisclosure::party, Collectors.summingLong(RecordedDisclosure::people)));
  }

  /** A disclosure's number is its second, too. */
  @Override
  public long before(Instant time) {
    return time.getEpochSecond();
  }

  @Override
  public List<RecordedDisclosure> ofParty(String party, long before) {
    return disclosures.stream().filter(d -> d.party().equals(party) && d.entry() < before).toList();
  }

  @Override
  public Optional<RecordedCopy> copy(DisclosureId id) {
    return Optional.empty(); // nothing of these disclosures is made again
  }
}
