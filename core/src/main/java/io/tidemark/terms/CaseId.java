package io.tidemark.terms;

/**
 * Names one inquiry into leaked material; files added later belong to the same case.
 *
 * @param text {@code c-} and 16 characters of {@link RandomId}
 */
public record CaseId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public CaseId {
    RandomId.check("c", text);
  }

  /** A fresh random one. */
  public static CaseId random() {
    return new CaseId(RandomId.draw("c"));
  }

  @Override
  public String toString() {
    return text;
  }
}
