package io.tidemark.vault;

import io.tidemark.authorise.Chains;
import io.tidemark.authorise.Permit;
import io.tidemark.fingerprint.Offer;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.MemoryJournal;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Records that the program sealed when its catalogue was 2026.1, with what the party ag-1 received
 * of them: {@code records-2026.1.tsv}, whose texts were written anew when the law of the biases was
 * settled (decision 0014), and never will be again.
 */
public final class OldRecords {
  private final KeyRing keys;
  private final Vault vault;
  private final MemoryShelf shelf;
  private final List<Map<FieldClass, PersonalText>> released = new ArrayList<>();

  /** Reads them and puts them on a shelf. */
  public OldRecords() {
    MasterKey master = null;
    List<KeyRing.Wrapped> ring = new ArrayList<>();
    List<String[]> records = new ArrayList<>();
    for (String line : lines()) {
      String[] part = line.split("\t", -1);
      switch (part[0]) {
        case "master" -> master = MasterKey.parse(Suite.INTERNATIONAL, part[1]);
        case "record" -> records.add(part);
        default -> ring.add(new KeyRing.Wrapped(KeyRing.Use.valueOf(part[0]), hex(part[1])));
      }
    }
    try {
      byte[] dataKey = completed(ring, Objects.requireNonNull(master));
      keys = KeyRing.open(Suite.INTERNATIONAL, Objects.requireNonNull(master), ring);
      shelf = new MemoryShelf(DataKeys.wrap(keys, DataKeys.FIRST, dataKey));
    } catch (WrongKey e) {
      throw new AssertionError(e);
    }
    vault = new Vault(keys, shelf);
    records.forEach(this::put);
  }

  /** Uses that are younger. Of then there was one key both for data and for commitments; that. */
  private static byte[] completed(List<KeyRing.Wrapped> ring, MasterKey master) throws WrongKey {
    KeyRing.Use data = KeyRing.Use.DATA;
    KeyRing.Wrapped then = ring.stream().filter(key -> key.use() == data).findAny().orElseThrow();
    byte[] dataKey = master.unwrap(then.bytes(), data.name());
    KeyRing.Use commitment = KeyRing.Use.COMMITMENT;
    ring.add(new KeyRing.Wrapped(commitment, master.wrap(dataKey, commitment.name())));
    for (KeyRing.Use use : Suite.INTERNATIONAL.uses()) {
      if (ring.stream().noneMatch(key -> key.use() == use)) {
        ring.add(KeyRing.draw(Suite.INTERNATIONAL, master, use));
      }
    }
    return dataKey;
  }

  private void put(String[] part) {
    shelf.put(
        new SealedRecord(
            UUID.fromString(part[1]),
            UUID.fromString(part[2]),
            Salt.of(hex(part[3])),
            UUID.fromString(part[4]),
            DataKeys.FIRST,
            hex(part[5]),
            Digest.parse(part[6]),
            Offer.unpack(hex(part[7])),
            Map.of()));
    Map<FieldClass, PersonalText> cells = new EnumMap<>(FieldClass.class);
    cells.put(FieldClass.MODEL, PersonalText.of(part[8]));
    cells.put(FieldClass.REMARK, PersonalText.of(part[9]));
    cells.put(FieldClass.ADDRESS, PersonalText.of(part[10]));
    cells.values().removeIf(PersonalText::isEmpty);
    released.add(cells);
  }

  /** The keys of the home that sealed them. */
  public KeyRing keys() {
    return keys;
  }

  /** What ag-1 received of each. */
  public List<Map<FieldClass, PersonalText>> released() {
    return released;
  }

  /** The commitment of each that was stored then. */
  public Digest commitment(int number) {
    return shelf.get(number).commitment();
  }

  /** All of them, opened by today's program; records count from 1. */
  public Opened open() {
    Permit permit = Chains.permit("ag-1", Map.of(FieldClass.NAME, Form.PLAIN), released.size());
    Entry entry = Entry.of("disclosure").line(Vault.PERMIT_LINE, permit.digest()).build();
    RoaringBitmap all = shelf.all();
    return vault.open(permit, new MemoryJournal().record(entry), all, Shelf.LATEST);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static List<String> lines() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OldRecords.class.getResourceAsStream("records-2026.1.tsv")),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
