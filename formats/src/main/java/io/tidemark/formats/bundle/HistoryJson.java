package io.tidemark.formats.bundle;

import io.tidemark.history.Event;
import io.tidemark.history.MapProof;
import io.tidemark.history.OwnerHistory;
import io.tidemark.history.OwnerSecret;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import java.util.ArrayList;
import java.util.List;

/** The machine part of an owner's file: what is proved, but for the ledger's own files. */
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
          Json.rows(
              json,
              "events",
              history.events(),
              event -> {
                json.writeStartObject();
                json.writeNumberProperty("entry", event.entry());
                json.writeStringProperty("kind", event.kind());
                json.writeObjectPropertyStart("told");
                event.facts().forEach(fact -> json.writeStringProperty(fact.key(), fact.value()));
                json.writeEndObject();
                json.writeEndObject();
              });
          json.writeEndObject();
        });
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
                  return new Read(secret, root, proof, json.list("events", HistoryJson::event));
                }));
  }

  private static MapProof proof(JsonCursor json) throws BadJson {
    try {
      return MapProof.parse(java.util.HexFormat.of().parseHex(json.text()));
    } catch (LedgerException | IllegalArgumentException e) {
      throw json.expected("映射证明的十六进制文本", "a map proof in hexadecimal");
    }
  }

  private static Event event(JsonCursor event) throws BadJson {
    return event.object(
        json ->
            new Event(
                json.whole("entry", 0),
                json.text("kind"),
                json.at("told", told -> told.object(HistoryJson::facts))));
  }

  private static List<Entry.Line> facts(JsonCursor json) throws BadJson {
    List<Entry.Line> facts = new ArrayList<>();
    while (json.more()) {
      facts.add(new Entry.Line(json.name(), json.text()));
    }
    return facts;
  }
}
