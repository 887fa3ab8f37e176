package io.tidemark.media.chat;

import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.Optional;

/**
 * A message.
 *
 * @param own whether whoever took the screenshots wrote it
 * @param sender the name above it; none where none stands there
 * @param text its lines in one
 * @param lines where each of them stands
 */
public record Message(
    boolean own, Optional<PersonalText> sender, PersonalText text, List<Place> lines) {
  /**
   * Where a line of a message stands.
   *
   * @param from where it begins in the message's text, in UTF-16 units
   * @param screen the number of the screenshot, from 0
   * @param box in that screenshot
   */
  public record Place(int from, int screen, Box box) {}
}
