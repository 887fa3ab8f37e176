package io.tidemark.terms;

/**
 * Names one recorded word of one person: a consent, its withdrawal, a refusal.
 *
 * @param text {@code w-} and 16 characters of {@link RandomId}
 */
public record ConsentId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public ConsentId {
    RandomId.check("w", text);
  }

  /** A fresh random one. */
  public static ConsentId random() {
    return new ConsentId(RandomId.draw("w"));
  }

  @Override
  public String toString() {
    return text;
  }
}
