package io.tidemark.history;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a ledger entry tells a person whom it is about: its index, its kind and some of its lines,
 * as they stand in it. The same entry gives the same event to everybody in it. Immutable.
 *
 * @param entry the entry's index in the ledger, at least 0
 * @param kind the entry's kind
 * @param facts the lines that are told, in the entry's order
 */
public record Event(long entry, String kind, List<Entry.Line> facts) {
  /**
   * The kinds that are about people, and which of their lines each person is told. A kind that is
   * added here joins every chain from the next root on; the lines of a kind never change.
   */
  private static final Map<String, List<String>> TOLD =
      Map.ofEntries(
          Map.entry("deposit", List.of("time", "actor")),
          Map.entry(
              "disclosure",
              List.of(
                  "time",
                  "actor",
                  "disclosure",
                  "to",
                  "purpose",
                  "basis",
                  "channel",
                  "columns",
                  "people")),
          Map.entry("non-delivery", List.of("time", "disclosure")),
          Map.entry(
              "look-up",
              List.of("time", "actor", "disclosure", "task", "duty", "channel", "columns", "copy")),
          Map.entry("inquiry", List.of("time", "actor", "case", "people")),
          Map.entry("evidence", List.of("time", "actor", "disclosure", "people")),
          Map.entry("owner-export", List.of("time", "actor", "export")),
          Map.entry("owner-copy", List.of("time", "actor", "export", "records")),
          Map.entry("alias-call", List.of("time", "party", "purpose", "did")),
          Map.entry("alias-sighting", List.of("time", "party", "purpose", "did")),
          Map.entry("buyer-copy", List.of("time", "actor", "records")),
          Map.entry("correction", List.of("time", "actor", "field", "records")),
          Map.entry("right-refused", List.of("time", "actor", "right", "rule", "why")),
          Map.entry("consent", List.of("time", "actor", "said", "words")));

  /** All keys of facts, so that those of every kind stand in this order. */
  private static final List<String> KEYS =
      List.of(
          "time",
          "actor",
          "case",
          "export",
          "said",
          "words",
          "field",
          "records",
          "disclosure",
          "to",
          "party",
          "purpose",
          "did",
          "task",
          "duty",
          "basis",
          "channel",
          "columns",
          "copy",
          "right",
          "rule",
          "why",
          "people");

  /** Refuses what an entry cannot say. */
  public Event {
    if (entry < 0) {
      throw new IllegalArgumentException("an index is at least 0, not " + entry);
    }
    facts = List.copyOf(facts);
  }

  /** The kinds of entries that are about people. */
  public static Set<String> kinds() {
    return TOLD.keySet();
  }

  /** The keys of facts; the facts of every event stand in this order. */
  public static List<String> keys() {
    return KEYS;
  }

  /** Whether entries of this kind are about people, each of whom is told. */
  public static boolean told(String kind) {
    return TOLD.containsKey(kind);
  }

  /**
   * What the entry at this index tells; throws {@link IllegalArgumentException} for other kinds. A
   * line of which the entry has several says nothing of one person, and is left out.
   */
  public static Event of(long index, Entry entry) {
    List<String> keys = TOLD.get(entry.kind());
    if (keys == null) {
      throw new IllegalArgumentException("an entry " + entry.kind() + " is about no person");
    }
    List<Entry.Line> facts = new ArrayList<>();
    for (String key : keys) {
      List<String> values = entry.values(key);
      if (values.size() == 1) {
        facts.add(new Entry.Line(key, values.get(0)));
      }
    }
    return new Event(index, entry.kind(), facts);
  }

  /** The value of a fact. */
  public Optional<String> value(String key) {
    return facts.stream().filter(fact -> fact.key().equals(key)).map(Entry.Line::value).findFirst();
  }

  /**
   * The bytes that the chain hashes: {@code event INDEX KIND}, then a line for each fact, each
   * ended by a newline, in UTF-8.
   */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder("event ").append(entry).append(' ').append(kind);
    facts.forEach(fact -> text.append('\n').append(fact.key()).append(' ').append(fact.value()));
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 over {@link #bytes}. */
  public Digest digest() {
    return Digest.sha256(bytes());
  }

  /** Reads {@link #bytes} strictly: what is read is written again to the same bytes. */
  public static Event parse(String text) throws LedgerException {
    String[] lines = text.split("\n", -1);
    String[] head = lines[0].split(" ", -1);
    if (head.length != 3 || !head[0].equals("event") || !lines[lines.length - 1].isEmpty()) {
      throw new LedgerException("expected an event: event INDEX KIND, and a line for each fact");
    }
    List<Entry.Line> facts = new ArrayList<>();
    for (int i = 1; i < lines.length - 1; i++) {
      int space = lines[i].indexOf(' ');
      if (space < 1) {
        throw new LedgerException("expected a key and a value on each line of an event");
      }
      facts.add(new Entry.Line(lines[i].substring(0, space), lines[i].substring(space + 1)));
    }
    Event event = new Event(index(head[1]), head[2], facts);
    if (!new String(event.bytes(), StandardCharsets.UTF_8).equals(text)) {
      throw new LedgerException("expected an event as Tidemark writes it");
    }
    return event;
  }

  private static long index(String digits) throws LedgerException {
    try {
      long index = Long.parseLong(digits);
      if (index >= 0) {
        return index;
      }
    } catch (NumberFormatException e) {
      throw new LedgerException("expected the index of an entry", e);
    }
    throw new LedgerException("expected the index of an entry, which is at least 0");
  }
}
