package io.tidemark.formats.bundle;

import io.tidemark.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** The one way in which a bundle writes JSON, and the limits within which it is read. */
final class Json {
  /** Deepest nesting of objects and lists. */
  static final int DEEPEST = 16;

  private static final int LONGEST_TEXT = 1 << 26;
  private static final int LONGEST_NUMBER = 32;
  private static final int LONGEST_NAME = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(LONGEST_NAME)
                  .build())
          // the shortest digits that give the double back, the same on every Java
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private Json() {}

  /** The bytes of one document with a line end. */
  static byte[] write(Consumer<JsonGenerator> document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      document.accept(json);
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  /** A list with each element on a line of its own. */
  static <T> void rows(JsonGenerator json, String name, List<T> list, Consumer<T> element) {
    json.writeArrayPropertyStart(name);
    for (T row : list) {
      json.writeRaw('\n');
      element.accept(row);
    }
    json.writeEndArray();
  }

  static void digests(JsonGenerator json, String name, List<Digest> digests) {
    json.writeArrayPropertyStart(name);
    digests.forEach(digest -> json.writeString(digest.toString()));
    json.writeEndArray();
  }

  static void hex(JsonGenerator json, String name, byte[] bytes) {
    json.writeStringProperty(name, HexFormat.of().formatHex(bytes));
  }

  /** JSON has no infinities: they are written as text. NaN is refused: no score is "no number". */
  static void real(JsonGenerator json, String name, double number) {
    if (Double.isNaN(number)) {
      throw new IllegalArgumentException(name + " is not a number");
    }
    if (Double.isInfinite(number)) {
      json.writeStringProperty(name, Double.toString(number));
    } else {
      json.writeNumberProperty(name, number);
    }
  }
}
