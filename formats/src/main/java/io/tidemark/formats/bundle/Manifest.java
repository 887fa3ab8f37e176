package io.tidemark.formats.bundle;

import io.tidemark.terms.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Every other file of a bundle, in its order. */
record Manifest(List<Listed> files) {
  private static final String FORMAT = "tidemark/manifest/v1";

  /** One file. */
  record Listed(String name, long length, Digest sha256) {}

  Manifest {
    files = List.copyOf(files);
  }

  static Manifest of(Map<String, byte[]> files) {
    return new Manifest(
        files.entrySet().stream().map(file -> listed(file.getKey(), file.getValue())).toList());
  }

  private static Listed listed(String name, byte[] bytes) {
    return new Listed(name, bytes.length, Digest.sha256(bytes));
  }

  /** The first place, from 0, at which the two lists differ. */
  Optional<Integer> difference(Manifest found) {
    int most = Math.max(files.size(), found.files.size());
    for (int i = 0; i < most; i++) {
      if (!at(i).equals(found.at(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Listed> at(int place) {
    return place < files.size() ? Optional.of(files.get(place)) : Optional.empty();
  }

  byte[] json() {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("format", FORMAT);
          Json.rows(json, "files", files, file -> write(json, file));
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Listed file) {
    json.writeStartObject();
    json.writeStringProperty("name", file.name());
    json.writeNumberProperty("length", file.length());
    json.writeStringProperty("sha256", file.sha256().toString());
    json.writeEndObject();
  }

  static Manifest read(byte[] bytes) throws BadJson {
    return JsonCursor.read(bytes, document -> document.object(Manifest::body));
  }

  private static Manifest body(JsonCursor json) throws BadJson {
    json.exactly("format", FORMAT);
    return new Manifest(json.list("files", each -> each.object(Manifest::file)));
  }

  private static Listed file(JsonCursor json) throws BadJson {
    return new Listed(json.text("name"), json.whole("length", 0), json.digest("sha256"));
  }
}
