package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.terms.Reveal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sightings for programs: what stands in a line of {@code scan --json} and in the API's answer. */
public final class SightingJson {
  private SightingJson() {}

  /** One sighting, its value masked. */
  public static Map<String, @Nullable Object> masked(Sighting sighting) {
    Finding finding = sighting.finding();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("path", sighting.path());
    fields.put("place", place(sighting.place()));
    fields.put("class", finding.found().id());
    fields.put("class_zh", finding.found().words().zh());
    fields.put("grade", sighting.grade().id());
    fields.put("confidence", finding.confidence().words().en());
    fields.put("confidence_percent", finding.confidence().percent());
    fields.put("form", finding.form().name().toLowerCase(Locale.ROOT));
    fields.put("masked", Masked.of(finding).reveal(Reveal.SHOW));
    fields.put("person", sighting.person() == 0 ? null : sighting.person());
    fields.put("usable", Math.round(sighting.usable() * 100) / 100.0);
    return fields;
  }

  /** One sighting with its value in full. Whoever asks for it has recorded that before. */
  public static Map<String, @Nullable Object> inFull(Sighting sighting) {
    Map<String, @Nullable Object> fields = masked(sighting);
    fields.put("value", sighting.finding().value().reveal(Reveal.SHOW));
    return fields;
  }

  /** Where it stands. */
  public static Map<String, Object> place(Place place) {
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
      fields.put("x", box.x());
      fields.put("y", box.y());
      fields.put("width", box.width());
      fields.put("height", box.height());
      fields.put("repaired", box.repairs().stream().map(SightingJson::repaired).toList());
    } else if (place instanceof Place.InColumn column) {
      fields.put("table", column.table());
      fields.put("column", column.column());
      fields.put("row", column.row());
      span(fields, column.start(), column.end());
    }
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
