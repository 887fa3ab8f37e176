package io.tidemark.formats.bundle;

import io.tidemark.evidence.CallBundle;
import io.tidemark.terms.Digest;

/**
 * Everything that a bundle about calls says.
 *
 * @param html the report as a page
 * @param pdf the same report as PDF
 */
public record CallContent(CallBundle bundle, byte[] html, byte[] pdf) {
  /** Refuses, with {@link IllegalArgumentException}, a digest that is not the case's. */
  public CallContent {
    if (!Digest.sha256(new CallCaseJson().write(bundle.file())).equals(bundle.fileDigest())) {
      throw new IllegalArgumentException("expected the digest of the case's JSON");
    }
    html = html.clone();
    pdf = pdf.clone();
  }

  @Override
  public byte[] html() {
    return html.clone();
  }

  @Override
  public byte[] pdf() {
    return pdf.clone();
  }
}
