package io.tidemark.terms;

/**
 * Names one request of a vehicle's new owner for a copy of its policy.
 *
 * @param text {@code b-} and 16 characters of {@link RandomId}
 */
public record BuyerCopyId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public BuyerCopyId {
    RandomId.check("b", text);
  }

  /** A fresh random one. */
  public static BuyerCopyId random() {
    return new BuyerCopyId(RandomId.draw("b"));
  }

  @Override
  public String toString() {
    return text;
  }
}
