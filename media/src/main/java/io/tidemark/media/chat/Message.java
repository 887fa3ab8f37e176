package io.tidemark.media.chat;

import io.tidemark.find.Span;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.Optional;

/**
 * A message.
 *
 * @param own whether whoever took the screenshots wrote it
 * @param sender the name above it; none where none stands there
 * @param text its lines in one; a line end where the writer ended a line, a blank between what
 *     stands side by side
 * @param lines where each of them stands
 */
public record Message(
    boolean own, Optional<PersonalText> sender, PersonalText text, List<Place> lines) {
  /**
   * Where a line of a message stands.
   *
   * @param from where it begins in the message's text, in UTF-16 units
   * @param length how many of them are its
   * @param lead how much of the line's own text was left out before them
   * @param screen the number of the screenshot, from 0
   * @param line as that screenshot shows it
   */
  public record Place(int from, int length, int lead, int screen, TextLine line) {
    /** The part of the line that a stretch of the message's text covers, if any. */
    public Optional<Box> box(int start, int end) {
      int first = Math.max(start, from) - from;
      int last = Math.min(end, from + length) - from;
      return first < last
          ? Optional.of(line.place(new Span(first + lead, last + lead)))
          : Optional.empty();
    }
  }
}
