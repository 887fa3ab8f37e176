package io.tidemark.terms;

/**
 * Names one file that was made for a person about that person.
 *
 * @param text {@code e-} and 16 characters of {@link RandomId}
 */
public record ExportId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public ExportId {
    RandomId.check("e", text);
  }

  /** A fresh random one. */
  public static ExportId random() {
    return new ExportId(RandomId.draw("e"));
  }

  @Override
  public String toString() {
    return text;
  }
}
