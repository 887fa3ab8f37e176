package io.tidemark.formats.bundle;

import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Accused.Copy;
import io.tidemark.evidence.People;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What is revealed of an accused party, as {@code accused/PARTY.json}. */
final class AccusedJson {
  private static final String FORMAT = "tidemark/accused/v2";
  private static final int KEY = 32;

  private AccusedJson() {}

  static byte[] write(Accused accused) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("format", FORMAT);
          json.writeStringProperty("party", accused.party());
          Json.hex(json, "recipient_key", accused.recipientKey());
          Json.rows(json, "copies", accused.copies(), copy -> copy(json, copy));
          json.writeEndObject();
        });
  }

  private static void copy(JsonGenerator json, Copy copy) {
    json.writeStartObject();
    json.writeStringProperty("disclosure", copy.disclosure());
    json.writeNumberProperty("entry", copy.entry());
    json.writeNumberProperty("release", copy.release());
    Json.hex(json, "honey_key", copy.honeyKey());
    // empty where somebody in the copy was erased since
    json.writeStringProperty("rebuilt_rows", copy.rebuiltRows().map(Digest::toString).orElse(""));
    if (!copy.numbers().numbers().isEmpty()) {
      json.writeNumberProperty("honey_kept", copy.numbers().kept());
      json.writeArrayPropertyStart("honey_numbers");
      copy.numbers().numbers().forEach(n -> json.writeString(n.reveal(Reveal.EVIDENCE)));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** What was written; everybody in a copy stands in a file of its own and is nobody here. */
  static Accused read(byte[] bytes) throws BadJson {
    return JsonCursor.read(bytes, document -> document.object(AccusedJson::body));
  }

  private static Accused body(JsonCursor json) throws BadJson {
    json.exactly("format", FORMAT);
    String party = json.text("party");
    byte[] key = json.hex("recipient_key", KEY);
    List<Copy> copies = json.list("copies", each -> each.object(AccusedJson::copy));
    return new Accused(party, key, copies);
  }

  private static Copy copy(JsonCursor json) throws BadJson {
    String disclosure = json.text("disclosure");
    long entry = json.whole("entry", 0);
    long release = json.whole("release", -1);
    byte[] honeyKey = json.hex("honey_key", KEY);
    Optional<Digest> rows = json.digestIfAny("rebuilt_rows");
    PoolNumbers numbers = json.more() ? numbers(json) : PoolNumbers.NONE;
    return new Copy(disclosure, entry, release, honeyKey, numbers, rows, People.NONE);
  }

  private static PoolNumbers numbers(JsonCursor json) throws BadJson {
    int kept = json.small("honey_kept", 0);
    return new PoolNumbers(
        json.list("honey_numbers", number -> PersonalText.of(number.text())), kept);
  }
}
