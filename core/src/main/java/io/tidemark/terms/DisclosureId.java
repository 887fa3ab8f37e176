package io.tidemark.terms;

/**
 * Names one disclosure: one copy for one recipient. Drawn before its ledger entry is written.
 *
 * @param text {@code d-} and 16 characters of {@link RandomId}
 */
public record DisclosureId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public DisclosureId {
    RandomId.check("d", text);
  }

  /** A fresh random one. */
  public static DisclosureId random() {
    return new DisclosureId(RandomId.draw("d"));
  }

  @Override
  public String toString() {
    return text;
  }
}
