package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.Map;

/** How strongly a row speaks for a honey customer. Thread-safe. */
public interface HoneyFactor {
  /**
   * The factor: 0 when no number agrees; over the keys of an innocent its mean is at most 1.
   *
   * @param disclosure the customer's disclosure
   * @param draw which of its key's customers
   * @param row the row's values in canonical form
   */
  double of(DisclosureId disclosure, int draw, Map<FieldClass, PersonalText> row);
}
