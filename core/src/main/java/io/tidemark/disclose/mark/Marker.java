package io.tidemark.disclose.mark;

import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.fingerprint.code.Seed;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.fingerprint.spelling.Parsed;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.List;

/** Writes values in one recipient's spellings. Not thread-safe. */
public final class Marker {
  private final BiasKey biases;
  private final RecipientKey recipient;

  /** A marker for the holder of {@code recipient}. */
  public Marker(BiasKey biases, RecipientKey recipient) {
    this.biases = biases;
    this.recipient = recipient;
  }

  /**
   * The value in the recipient's spellings, or as it is when nothing is offered for its field. By
   * the stored offer alone, whatever the catalogue has learnt since; throws {@link
   * IllegalStateException} when the offer is not of this value, so that nothing leaves unmarked.
   */
  public PersonalText mark(FieldClass field, PersonalText original, List<Offer> offers) {
    for (Offer offer : offers) {
      if (offer.carriers().get(0).field() == field) {
        Parsed parsed = Catalogue.parse(field, original, offer.carriers());
        if (!parsed.carriers().equals(offer.carriers())) {
          throw new IllegalStateException("a record's offers are not those of its content");
        }
        return parsed.render(symbols(offer));
      }
    }
    return original;
  }

  /** The recipient's spelling of each of the offer's carriers. */
  public int[] symbols(Offer offer) {
    Seed seed = biases.seed(offer.position());
    RecipientKey.Draw draw = recipient.draw(offer.position());
    int[] symbols = new int[offer.carriers().size()];
    for (int i = 0; i < symbols.length; i++) {
      Carrier carrier = offer.carriers().get(i);
      symbols[i] = draw.symbol(carrier, Biases.draw(seed, carrier));
    }
    return symbols;
  }
}
