package io.tidemark.terms;

/**
 * Names one notice to one party about one person.
 *
 * @param text {@code n-} and 16 characters of {@link RandomId}
 */
public record NoticeId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public NoticeId {
    RandomId.check("n", text);
  }

  /** A fresh random one. */
  public static NoticeId random() {
    return new NoticeId(RandomId.draw("n"));
  }

  @Override
  public String toString() {
    return text;
  }
}
