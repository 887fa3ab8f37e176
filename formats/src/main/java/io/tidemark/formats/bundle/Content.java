package io.tidemark.formats.bundle;

import io.tidemark.evidence.Bundle;
import io.tidemark.terms.Digest;

/**
 * Everything that a bundle says.
 *
 * @param bundle the case, the accused, the ledger's entries and proofs
 * @param places which ledger index holds what; each of them is among the bundle's entries
 * @param html the report as a page
 * @param pdf the same report as PDF
 */
public record Content(Bundle bundle, Places places, byte[] html, byte[] pdf) {
  /**
   * Refuses, with {@link IllegalArgumentException}, places without entries and a digest that is not
   * the case file's: such a bundle would never be valid.
   */
  public Content {
    if (!places.all().allMatch(bundle.ledger().entries()::containsKey)) {
      throw new IllegalArgumentException("expected an entry with its proof for each place");
    }
    if (places.attribution() != bundle.attribution()) {
      throw new IllegalArgumentException("expected one place for the attribution, found two");
    }
    if (places.inquiry() != bundle.inquiry()) {
      throw new IllegalArgumentException("expected one place for the inquiry, found two");
    }
    if (!Digest.sha256(new CaseJson().write(bundle.file())).equals(bundle.fileDigest())) {
      throw new IllegalArgumentException("expected the digest of the case file's JSON");
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
