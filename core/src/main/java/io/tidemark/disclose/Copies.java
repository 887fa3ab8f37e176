package io.tidemark.disclose;

import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.IOException;
import java.util.List;

/** Where copies are written. Thread-safe. */
public interface Copies {
  /**
   * Begins a copy under a temporary name beside its target, readable by its owner only.
   *
   * @param target where the copy will be, as the one who asked wrote it
   */
  Draft draft(DisclosureId disclosure, String target, List<FieldClass> columns) throws IOException;

  /** A copy that nobody can have yet. Closing it without {@link #release} removes it. */
  interface Draft extends AutoCloseable {
    /** Writes the next row. */
    void row(List<PersonalText> cells) throws IOException;

    /** Ends the file and forces it to disk; the digest of its bytes. */
    Digest finish() throws IOException;

    /** Gives the finished copy its name. */
    void release() throws IOException;

    @Override
    void close() throws IOException;
  }
}
