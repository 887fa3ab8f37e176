package io.tidemark.formats.bundle;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * Which ledger index holds what, as {@code index.json}. The log's first entry, of kind {@code
 * init}, is always at 0.
 *
 * @param attribution the attribution's entry
 * @param inquiry the inquiry's entry
 * @param disclosures the entries recorded before each release, ascending
 * @param releases the entries that recorded the copies' digests, ascending
 * @param marks the entries by which the numbers of pictures and documents were given out, ascending
 */
public record Places(
    long attribution, long inquiry, List<Long> disclosures, List<Long> releases, List<Long> marks) {
  /** The index of the log's first entry. */
  public static final long INIT = 0;

  private static final String FORMAT = "tidemark/index/v1";

  /** Copies the lists. */
  public Places {
    disclosures = List.copyOf(disclosures);
    releases = List.copyOf(releases);
    marks = List.copyOf(marks);
  }

  /** All indices, each once, ascending. */
  public LongStream all() {
    LongStream single = LongStream.of(INIT, attribution, inquiry);
    LongStream lists =
        Stream.of(disclosures, releases, marks).flatMap(List::stream).mapToLong(Long::longValue);
    return LongStream.concat(single, lists).sorted().distinct();
  }

  byte[] json() {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("format", FORMAT);
          json.writeNumberProperty("init", INIT);
          json.writeNumberProperty("attribution", attribution);
          json.writeNumberProperty("inquiry", inquiry);
          numbers(json, "disclosures", disclosures);
          numbers(json, "releases", releases);
          if (!marks.isEmpty()) {
            numbers(json, "marks", marks);
          }
          json.writeEndObject();
        });
  }

  private static void numbers(JsonGenerator json, String name, List<Long> numbers) {
    json.writeArrayPropertyStart(name);
    numbers.forEach(json::writeNumber);
    json.writeEndArray();
  }

  static Places read(byte[] bytes) throws BadJson {
    return JsonCursor.read(bytes, document -> document.object(Places::body));
  }

  private static Places body(JsonCursor json) throws BadJson {
    json.exactly("format", FORMAT);
    json.whole("init", INIT);
    return new Places(
        json.whole("attribution", 0),
        json.whole("inquiry", 0),
        json.list("disclosures", JsonCursor::whole),
        json.list("releases", JsonCursor::whole),
        json.more() ? json.list("marks", JsonCursor::whole) : List.of());
  }
}
