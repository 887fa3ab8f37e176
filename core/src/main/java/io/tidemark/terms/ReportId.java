package io.tidemark.terms;

/**
 * The receipt of one or several reports of calls.
 *
 * @param text {@code k-} and 16 characters of {@link RandomId}
 */
public record ReportId(String text) {
  /** Checks the shape; throws {@link IllegalArgumentException} when it is another. */
  public ReportId {
    RandomId.check("k", text);
  }

  /** A fresh random one. */
  public static ReportId random() {
    return new ReportId(RandomId.draw("k"));
  }

  @Override
  public String toString() {
    return text;
  }
}
