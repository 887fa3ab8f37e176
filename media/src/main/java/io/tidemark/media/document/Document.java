package io.tidemark.media.document;

import io.tidemark.terms.Words;
import java.util.List;
import java.util.Optional;

/**
 * A paper that was recognised.
 *
 * @param kind which one
 * @param fields what stands in it, each entry once, in the order of {@link Entry}
 */
public record Document(Kind kind, List<Field> fields) {
  /** Which paper. */
  public enum Kind {
    VEHICLE_LICENCE("行驶证", "vehicle licence"),
    DRIVING_LICENCE("驾驶证", "driving licence"),
    IDENTITY_CARD("居民身份证", "identity card"),
    POLICY("保险单", "insurance policy");

    private final Words words;

    Kind(String zh, String en) {
      this.words = new Words(zh, en);
    }

    /** What people call it. */
    public Words words() {
      return words;
    }
  }

  /** The field of this entry, if it could be read. */
  public Optional<Field> field(Entry entry) {
    return fields.stream().filter(field -> field.entry() == entry).findFirst();
  }
}
