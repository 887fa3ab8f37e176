package io.tidemark.media.document;

import io.tidemark.media.ocr.Reading;
import io.tidemark.media.ocr.Reading.Glyph;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import java.util.List;

/**
 * A line or a part of one.
 *
 * @param place in the picture
 * @param reading of that part
 */
record Piece(Box place, Reading reading) {
  static Piece of(TextLine line) {
    return new Piece(line.place(), line.reading());
  }

  /** Its text without spaces. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Glyph glyph : reading.glyphs()) {
      if (!glyph.symbol().isBlank()) {
        text.append(glyph.symbol());
      }
    }
    return text.toString();
  }

  /** What stands from the {@code from}-th up to the {@code to}-th character, spaces not counted. */
  Piece part(int from, int to) {
    List<Glyph> seen = reading.glyphs().stream().filter(g -> !g.symbol().isBlank()).toList();
    double start = from == 0 ? 0 : (seen.get(from - 1).at() + seen.get(from).at()) / 2;
    double end = to >= seen.size() ? 1 : (seen.get(to - 1).at() + seen.get(to).at()) / 2;
    return new Piece(place.stretch(start, end), reading.part(start, end));
  }

  /** How far its middle lies along a direction. */
  double along(Box page) {
    return place.x() * page.ux() + place.y() * page.uy();
  }

  /** How far its middle lies across a direction, downwards. */
  double across(Box page) {
    return place.y() * page.ux() - place.x() * page.uy();
  }

  double begin(Box page) {
    return along(page) - place.length() / 2;
  }

  double end(Box page) {
    return along(page) + place.length() / 2;
  }
}
