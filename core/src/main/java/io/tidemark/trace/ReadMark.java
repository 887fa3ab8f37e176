package io.tidemark.trace;

import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.DisclosureId;
import java.util.Optional;

/**
 * A number that was read in one file of leaked material, and whose copy it names.
 *
 * @param file where it lay
 * @param number what was read
 * @param from in what it was read
 * @param bound the chance that any of the files that were looked through names an innocent so: all
 *     tries of all files are counted, at most 1
 * @param to the recipient of the copy
 * @param disclosure whose number it is, where it is one's
 * @param entry the ledger index of the entry that gave the number out
 */
public record ReadMark(
    String file,
    CopyNumber number,
    From from,
    double bound,
    String to,
    Optional<DisclosureId> disclosure,
    long entry) {
  /** In what a number was read. */
  public enum From {
    /** The heights of a document's letters, all of the number. */
    LAYOUT("layout"),
    /** The same, too few to give a number: those that were given out were held against them. */
    LIKELY("layout, among those given out"),
    /** The strings of a document's structure. */
    STRUCTURE("structure"),
    /** A document's page, seen as a picture. */
    PAGE("page"),
    /** A picture. */
    PICTURE("picture");

    private final String id;

    From(String id) {
      this.id = id;
    }

    /** The name in JSON. */
    public String id() {
      return id;
    }
  }
}
