package io.tidemark.formats.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.tidemark.find.Finding;
import io.tidemark.terms.Reveal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sighting for programs: a line of {@code scan --json} and what the API's answer holds.
 *
 * @param path the file: {@code -} for standard input, and what lies in it behind {@code !/}
 * @param place where in it, by the keys of docs/scan.md
 * @param found the class
 * @param foundZh the class in Chinese
 * @param grade of its kind in the policy
 * @param confidence low, medium or high
 * @param confidencePercent 65, 75 or 85
 * @param form whole, masked or damaged
 * @param masked what may be shown of it
 * @param person one number for all that belongs to one person; null for what tells nobody
 * @param usable 0 to 1, how usable what stands together is to somebody who calls people
 * @param value in full, where that was asked for; else it is left out
 */
@JsonPropertyOrder({
  "path",
  "place",
  "class",
  "class_zh",
  "grade",
  "confidence",
  "confidence_percent",
  "form",
  "masked",
  "person",
  "usable",
  "value"
})
public record SightingJson(
    String path,
    Map<String, Object> place,
    @JsonProperty("class") String found,
    @JsonProperty("class_zh") String foundZh,
    String grade,
    String confidence,
    @JsonProperty("confidence_percent") int confidencePercent,
    String form,
    String masked,
    @Nullable Long person,
    double usable,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String value) {

  /** One sighting, its value masked. */
  public static SightingJson masked(Sighting sighting) {
    return of(sighting, null);
  }

  /** One sighting with its value in full. Whoever asks for it has recorded that before. */
  public static SightingJson inFull(Sighting sighting) {
    return of(sighting, sighting.finding().value().reveal(Reveal.SHOW));
  }

  private static SightingJson of(Sighting sighting, @Nullable String value) {
    Finding finding = sighting.finding();
    return new SightingJson(
        sighting.path(),
        place(sighting.place()),
        finding.found().id(),
        finding.found().words().zh(),
        sighting.grade().id(),
        finding.confidence().words().en(),
        finding.confidence().percent(),
        finding.form().name().toLowerCase(Locale.ROOT),
        Masked.of(finding).reveal(Reveal.SHOW),
        sighting.person() == 0 ? null : sighting.person(),
        Math.round(sighting.usable() * 100) / 100.0,
        value);
  }

  /** Never a value. */
  @Override
  public String toString() {
    return "SightingJson[" + found + "]";
  }

  /** Where it stands. */
  private static Map<String, Object> place(Place place) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (place instanceof Place.InText text) {
      fields.put("line", text.line());
      fields.put("column", text.column());
      span(fields, text.start(), text.end());
    } else if (place instanceof Place.InCell cell) {
      if (!cell.sheet().isEmpty()) {
        fields.put("sheet", cell.sheet());
      }
      fields.put("row", cell.row());
      if (cell.column() > 0) {
        fields.put("column", cell.column());
        fields.put("cell", Place.InCell.letters(cell.column()) + cell.row());
        fields.put("heading", cell.heading());
      }
      span(fields, cell.start(), cell.end());
    } else if (place instanceof Place.OnPage page) {
      fields.put("page", page.page());
      fields.put("line", page.line());
      span(fields, page.start(), page.end());
    } else if (place instanceof Place.InPicture box) {
      box(fields, box);
    } else if (place instanceof Place.InPictures boxes) {
      box(fields, boxes.first());
      fields.put("goes_on", boxes.further().stream().map(SightingJson::further).toList());
    } else if (place instanceof Place.InColumn column) {
      fields.put("table", column.table());
      fields.put("column", column.column());
      fields.put("row", column.row());
      span(fields, column.start(), column.end());
    }
    return fields;
  }

  private static void box(Map<String, Object> fields, Place.InPicture box) {
    fields.put("x", box.x());
    fields.put("y", box.y());
    fields.put("width", box.width());
    fields.put("height", box.height());
    fields.put("repaired", box.repairs().stream().map(SightingJson::repaired).toList());
  }

  private static Map<String, Object> further(Place.InPictures.Further one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", one.path());
    box(fields, one.box());
    return fields;
  }

  /** Where a character was repaired and why, never which. */
  private static Map<String, Object> repaired(Place.InPicture.Repaired one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", one.at());
    fields.put("zh", one.why().zh());
    fields.put("en", one.why().en());
    return fields;
  }

  private static void span(Map<String, Object> fields, long start, long end) {
    fields.put("start", start);
    fields.put("end", end);
  }
}
