package io.tidemark.formats.notice;

import io.tidemark.rights.notice.Finding;
import io.tidemark.rights.notice.GivenCopy;
import io.tidemark.rights.notice.Notice;
import io.tidemark.rights.notice.NoticeForm;
import io.tidemark.terms.Reveal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A notice as a JWS in compact serialization (RFC 7515, EdDSA by RFC 8037) whose payload is an
 * event in the JSON format of CloudEvents 1.0. {@code docs/notices.md} describes it.
 *
 * @param origin the ledger's name
 * @param key signs
 */
public record SignedNotice(String origin, NoticeKey key) implements NoticeForm {
  /** The media type of a document. */
  public static final String MEDIA_TYPE = "application/jose";

  private static final String TYPE = "io.tidemark.notice.";
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String document(Notice notice, List<GivenCopy> copies) {
    String head =
        "{\"alg\":\"EdDSA\",\"kid\":\""
            + key.id()
            + "\",\"typ\":\"JOSE\",\"cty\":\"cloudevents+json\"}";
    String signed =
        NoticeKey.base64(head.getBytes(StandardCharsets.US_ASCII))
            + "."
            + NoticeKey.base64(event(notice, copies));
    byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + NoticeKey.base64(signature);
  }

  private byte[] event(Notice notice, List<GivenCopy> copies) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("specversion", "1.0");
      json.writeStringProperty("id", notice.id().text());
      json.writeStringProperty("source", "urn:tidemark:log:" + origin);
      json.writeStringProperty("type", TYPE + notice.cause().id() + ".v1");
      json.writeStringProperty("subject", notice.party());
      json.writeStringProperty("time", time(notice.opened()));
      json.writeStringProperty("datacontenttype", "application/json");
      json.writeObjectPropertyStart("data");
      data(json, notice);
      json.writeArrayPropertyStart("copies");
      copies.forEach(copy -> copy(json, copy));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private void data(JsonGenerator json, Notice notice) {
    json.writeStringProperty("party", notice.party());
    json.writeStringProperty("demand", notice.cause().demand());
    json.writeStringProperty("cause", notice.cause().id());
    if (notice.purpose().isPresent()) {
      json.writeStringProperty("purpose", notice.purpose().get());
    } else {
      json.writeNullProperty("purpose");
    }
    json.writeStringProperty("from", time(notice.since()));
    json.writeStringProperty("acknowledge_by", time(notice.due()));
    json.writeStringProperty("log", origin);
    json.writeNumberProperty("entry", notice.entry());
  }

  private static void copy(JsonGenerator json, GivenCopy copy) {
    json.writeStartObject();
    json.writeStringProperty("disclosure", copy.disclosure().text());
    json.writeNumberProperty("entry", copy.entry());
    json.writeStringProperty("given", time(copy.at()));
    json.writeStringProperty("purpose", copy.purpose());
    json.writeArrayPropertyStart("rows");
    copy.rows().forEach(row -> row(json, row));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, List<Finding> row) {
    json.writeStartObject();
    json.writeBooleanProperty("exact", row.stream().anyMatch(Finding::alone));
    json.writeArrayPropertyStart("cells");
    for (Finding cell : row) {
      json.writeStartObject();
      json.writeStringProperty("column", cell.field().zh());
      json.writeStringProperty("form", cell.form().id());
      json.writeStringProperty("value", cell.text().reveal(Reveal.NOTIFY));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
