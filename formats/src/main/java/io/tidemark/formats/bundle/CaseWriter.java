package io.tidemark.formats.bundle;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.HoneyRow;
import io.tidemark.evidence.CaseFile.Invented;
import io.tidemark.evidence.CaseFile.LeakRow;
import io.tidemark.evidence.CaseFile.Mark;
import io.tidemark.evidence.CaseFile.Material;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.evidence.CaseFile.Rows;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Commitment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes a case file in the order in which {@link CaseReader} reads it. */
record CaseWriter(JsonGenerator json) {
  static final String FORMAT = "tidemark/case/v2";

  void write(CaseFile file) {
    json.writeStartObject();
    json.writeStringProperty("format", FORMAT);
    json.writeStringProperty("id", file.id());
    json.writeNumberProperty("attempt", file.attempt());
    Json.rows(json, "material", file.material(), this::material);
    rows(file.rows());
    json.writeStringProperty("verdict", file.verdict());
    json.writeNumberProperty("candidates", file.candidates());
    Json.real(json, "threshold", file.threshold());
    Json.real(json, "outside", file.outside());
    textOrNull("seen", file.seen().map(Instant::toString));
    Json.rows(json, "ranking", file.ranking(), this::ranked);
    Json.rows(json, "leak", file.leak(), this::leak);
    Json.rows(json, "honey", file.honey(), this::honey);
    if (!file.marks().isEmpty()) {
      Json.rows(json, "marks", file.marks(), this::mark);
    }
    json.writeEndObject();
  }

  private void mark(Mark mark) {
    json.writeStartObject();
    json.writeStringProperty("file", mark.file());
    json.writeStringProperty("number", mark.number().toString());
    json.writeStringProperty("from", mark.from());
    Json.real(json, "bound", mark.bound());
    json.writeStringProperty("party", mark.party());
    textOrNull("disclosure", mark.disclosure());
    json.writeNumberProperty("entry", mark.entry());
    json.writeNumberProperty("rows", mark.rows());
    json.writeNumberProperty("held", mark.held());
    json.writeBooleanProperty("accused", mark.accused());
    json.writeEndObject();
  }

  private void material(Material material) {
    json.writeStartObject();
    json.writeStringProperty("name", material.name());
    json.writeStringProperty("sha256", material.sha256().toString());
    json.writeEndObject();
  }

  private void rows(Rows rows) {
    json.writeObjectPropertyStart("rows");
    json.writeNumberProperty("read", rows.read());
    json.writeNumberProperty("matched", rows.matched());
    json.writeNumberProperty("foreign", rows.foreign());
    json.writeEndObject();
  }

  private void ranked(Ranked ranked) {
    json.writeStartObject();
    json.writeStringProperty("party", ranked.party());
    textOrNull("disclosure", ranked.disclosure());
    Json.real(json, "log_marks", ranked.logMarks());
    Json.real(json, "log_honey", ranked.logHoney());
    json.writeNumberProperty("honey", ranked.honey());
    json.writeNumberProperty("honey_among", ranked.honeyAmong());
    Json.real(json, "bound", ranked.bound());
    Json.real(json, "posterior", ranked.posterior());
    json.writeNumberProperty("rows_explained", ranked.rowsExplained());
    json.writeNumberProperty("late", ranked.late());
    json.writeArrayPropertyStart("lacking");
    ranked.lacking().forEach(field -> json.writeString(field.name()));
    json.writeEndArray();
    json.writeBooleanProperty("accused", ranked.accused());
    json.writeEndObject();
  }

  private void textOrNull(String name, Optional<String> text) {
    text.ifPresentOrElse(
        value -> json.writeStringProperty(name, value), () -> json.writeNullProperty(name));
  }

  private void leak(LeakRow row) {
    json.writeStartObject();
    json.writeNumberProperty("number", row.number());
    cells(row.cells());
    json.writeStringProperty("whole", evidence(row.whole()));
    json.writeArrayPropertyStart("records");
    row.records().forEach(this::record);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void record(Commitment record) {
    json.writeStartObject();
    json.writeArrayPropertyStart("items");
    record.items().forEach(this::item);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void item(Commitment.Item item) {
    json.writeStartObject();
    json.writeStringProperty("name", item.name());
    json.writeStringProperty("hash", item.hash().toString());
    item.opening()
        .ifPresent(
            opening -> {
              Json.hex(json, "salt", opening.salt());
              json.writeStringProperty("value", opening.value());
            });
    json.writeEndObject();
  }

  private void honey(HoneyRow row) {
    json.writeStartObject();
    json.writeNumberProperty("number", row.number());
    cells(row.cells());
    Json.rows(json, "invented", row.invented(), this::invented);
    json.writeEndObject();
  }

  private void cells(Map<FieldClass, PersonalText> cells) {
    json.writeObjectPropertyStart("cells");
    cells.forEach((field, text) -> json.writeStringProperty(field.name(), evidence(text)));
    json.writeEndObject();
  }

  private void invented(Invented customer) {
    json.writeStartObject();
    json.writeStringProperty("disclosure", customer.disclosure());
    json.writeNumberProperty("draw", customer.draw());
    json.writeEndObject();
  }

  private static String evidence(PersonalText text) {
    return text.reveal(Reveal.EVIDENCE);
  }
}
