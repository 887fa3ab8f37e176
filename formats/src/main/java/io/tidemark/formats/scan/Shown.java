package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Optional;

/**
 * What one picture shows, or what several do that are screenshots of one conversation.
 * Implementations are immutable.
 */
public interface Shown {
  /** Why not all of a picture was read; empty where it was. */
  Optional<Words> left();

  /** This and the next picture as one; empty where the next does not go on from here. */
  Optional<Shown> followed(Shown next);

  /** What stands in it. */
  Seen seen();

  /**
   * What stands in pictures.
   *
   * @param text of the conversation; of a single picture none
   * @param said what stands in the text, or in a single picture
   * @param beside what stands in several pictures and is no part of what was said: names above
   *     messages, titles
   */
  record Seen(PersonalText text, List<Spread> said, List<Spread> beside) {}

  /**
   * A finding and where it stands.
   *
   * @param finding whose span counts in the text, where it stands in that
   * @param spots its boxes in the order of reading, at least one
   */
  record Spread(Finding finding, List<Spot> spots) {}

  /**
   * A box in one of the pictures.
   *
   * @param picture its number, from 0
   */
  record Spot(int picture, Place.InPicture box) {}
}
