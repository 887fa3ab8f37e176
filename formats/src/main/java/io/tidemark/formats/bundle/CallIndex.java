package io.tidemark.formats.bundle;

import io.tidemark.evidence.CallBundle;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Which ledger index holds what in a bundle about calls, as {@code index.json}. The log's first
 * entry is always at 0; where kept reports were opened, and the lists' entries, the case says.
 *
 * @param attribution the entry that committed to the case
 * @param inquiry the inquiry's entry
 * @param copies the copies whose people are shown
 */
record CallIndex(long attribution, long inquiry, List<Copy> copies) {
  private static final String FORMAT = "tidemark/call-index/v1";

  /** One copy. */
  record Copy(String party, String disclosure, long entry, long release) {}

  CallIndex {
    copies = List.copyOf(copies);
  }

  static CallIndex of(CallBundle bundle) {
    return new CallIndex(
        bundle.attribution(),
        bundle.inquiry(),
        bundle.copies().stream()
            .map(copy -> new Copy(copy.party(), copy.disclosure(), copy.entry(), copy.release()))
            .toList());
  }

  byte[] json() {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("format", FORMAT);
          json.writeNumberProperty("init", Places.INIT);
          json.writeNumberProperty("attribution", attribution);
          json.writeNumberProperty("inquiry", inquiry);
          Json.rows(json, "copies", copies, copy -> write(json, copy));
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Copy copy) {
    json.writeStartObject();
    json.writeStringProperty("party", copy.party());
    json.writeStringProperty("disclosure", copy.disclosure());
    json.writeNumberProperty("entry", copy.entry());
    json.writeNumberProperty("release", copy.release());
    json.writeEndObject();
  }

  static CallIndex read(byte[] bytes) throws BadJson {
    return JsonCursor.read(bytes, document -> document.object(CallIndex::body));
  }

  private static CallIndex body(JsonCursor json) throws BadJson {
    json.exactly("format", FORMAT);
    json.whole("init", Places.INIT);
    return new CallIndex(
        json.whole("attribution", 0),
        json.whole("inquiry", 0),
        json.list("copies", each -> each.object(CallIndex::copy)));
  }

  private static Copy copy(JsonCursor json) throws BadJson {
    return new Copy(
        json.text("party"),
        json.text("disclosure"),
        json.whole("entry", 0),
        json.whole("release", -1));
  }
}
