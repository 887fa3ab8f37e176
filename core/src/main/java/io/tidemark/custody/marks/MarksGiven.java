package io.tidemark.custody.marks;

import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.DisclosureId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose number is it? The one place where a number that was read in a picture, a document or on a
 * screen is looked up. Thread-safe.
 */
public interface MarksGiven {
  /**
   * One copy.
   *
   * @param to the recipient: a party's id, the name of a buyer's request, or the person who looked
   * @param disclosure whose number it is, where it is one's
   * @param screen what was shown, where it is a screen's
   * @param entry the ledger index of the entry that records it: of a screen, the viewer's sign-in
   */
  record Given(
      CopyNumber mark,
      String to,
      Optional<DisclosureId> disclosure,
      Optional<Screen> screen,
      long entry) {}

  /**
   * A screen that was looked at.
   *
   * @param minute when the page was shown, cut to the minute
   * @param lookUps the viewer's look-ups that showed somebody in this minute and the one before
   */
  record Screen(Instant minute, List<DisclosureId> lookUps) {
    /** Copies the list. */
    public Screen {
      lookUps = List.copyOf(lookUps);
    }
  }

  /** Every number that was drawn for a copy by itself. */
  List<Long> numbers();

  /** Whose copy carries this mark; nothing where nobody was given it. */
  Optional<Given> of(CopyNumber mark);
}
