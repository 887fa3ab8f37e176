package io.tidemark.formats.bundle;

import io.tidemark.history.Event;
import io.tidemark.history.MapProof;
import io.tidemark.history.OwnerHistory;
import io.tidemark.history.OwnerSecret;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The machine part of an owner's file: what is proved, but for the ledger's own files. Events stand
 * in columns: what is alike lies side by side, so that a thousand events pack into half the size.
 */
final class HistoryJson {
  private static final String FORMAT = "tidemark/owner-history/v1";

  private HistoryJson() {}

  static byte[] write(OwnerHistory history) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("format", FORMAT);
          Json.hex(json, "secret", history.secret().reveal());
          json.writeNumberProperty("root_entry", history.rootEntry());
          Json.hex(json, "proof", history.proof().bytes());
          List<Event> events = history.events();
          column(json, "entries", events, event -> json.writeNumber(event.entry()));
          column(json, "kinds", events, event -> json.writeString(event.kind()));
          json.writeObjectPropertyStart("told");
          for (String key : keys(events)) {
            column(json, key, events, event -> text(json, event.value(key)));
          }
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  /** The keys of these events' facts: those of today in their order, then others. */
  private static Set<String> keys(List<Event> events) {
    Set<String> found = new LinkedHashSet<>();
    events.forEach(event -> event.facts().forEach(fact -> found.add(fact.key())));
    Set<String> keys = new LinkedHashSet<>(Event.keys());
    keys.retainAll(found);
    keys.addAll(found);
    return keys;
  }

  private static void column(
      JsonGenerator json, String name, List<Event> events, Consumer<Event> value) {
    json.writeArrayPropertyStart(name);
    events.forEach(value);
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, Optional<String> text) {
    text.ifPresentOrElse(json::writeString, json::writeNull);
  }

  /** What the document holds. */
  record Read(OwnerSecret secret, long rootEntry, MapProof proof, List<Event> events) {}

  static Read read(byte[] bytes) throws BadJson {
    return JsonCursor.read(
        bytes,
        document ->
            document.object(
                json -> {
                  json.exactly("format", FORMAT);
                  OwnerSecret secret = new OwnerSecret(json.hex("secret", OwnerSecret.SIZE));
                  long root = json.whole("root_entry", 0);
                  MapProof proof = json.at("proof", HistoryJson::proof);
                  return new Read(secret, root, proof, events(json));
                }));
  }

  private static MapProof proof(JsonCursor json) throws BadJson {
    try {
      return MapProof.parse(java.util.HexFormat.of().parseHex(json.text()));
    } catch (LedgerException | IllegalArgumentException e) {
      throw json.expected("映射证明的十六进制文本", "a map proof in hexadecimal");
    }
  }

  /** The columns as events; each column has a value, or none, for each of them. */
  private static List<Event> events(JsonCursor json) throws BadJson {
    List<Long> entries = json.list("entries", JsonCursor::whole);
    List<String> kinds = column(json, "kinds", entries.size(), JsonCursor::text);
    List<List<Entry.Line>> facts = new ArrayList<>();
    entries.forEach(entry -> facts.add(new ArrayList<>()));
    json.at("told", told -> told.object(columns -> facts(columns, facts)));
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      events.add(new Event(entries.get(i), kinds.get(i), facts.get(i)));
    }
    return events;
  }

  private static List<List<Entry.Line>> facts(JsonCursor json, List<List<Entry.Line>> facts)
      throws BadJson {
    while (json.more()) {
      String key = json.nextName();
      List<Optional<String>> column = column(json, key, facts.size(), JsonCursor::textOrNull);
      for (int i = 0; i < column.size(); i++) {
        List<Entry.Line> of = facts.get(i);
        column.get(i).ifPresent(value -> of.add(new Entry.Line(key, value)));
      }
    }
    return facts;
  }

  private static <T> List<T> column(
      JsonCursor json, String name, int size, JsonCursor.Part<T> element) throws BadJson {
    List<T> column = json.list(name, element);
    if (column.size() != size) {
      throw json.expected(name + " 中 " + size + " 项", size + " values in " + name);
    }
    return column;
  }
}
