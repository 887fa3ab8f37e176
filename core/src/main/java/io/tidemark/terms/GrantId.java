package io.tidemark.terms;

/**
 * Names one standing grant.
 *
 * @param text {@code g-} and 16 characters of {@link RandomId}
 */
public record GrantId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public GrantId {
    RandomId.check("g", text);
  }

  /** A fresh random one. */
  public static GrantId random() {
    return new GrantId(RandomId.draw("g"));
  }

  @Override
  public String toString() {
    return text;
  }
}
