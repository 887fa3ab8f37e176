package io.tidemark.terms;

/**
 * Names one request for a release.
 *
 * @param text {@code r-} and 16 characters of {@link RandomId}
 */
public record RequestId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public RequestId {
    RandomId.check("r", text);
  }

  /** A fresh random one. */
  public static RequestId random() {
    return new RequestId(RandomId.draw("r"));
  }

  @Override
  public String toString() {
    return text;
  }
}
