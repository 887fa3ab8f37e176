package io.tidemark.custody;

import io.tidemark.disclose.mark.Marker;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.OpenedRecord;
import java.util.function.Function;

/**
 * The spellings in which each of the staff is shown what is looked up: as a party has its own in
 * all copies, a viewer has them in all views, so that what several views showed adds up.
 * Thread-safe.
 *
 * @param keys the home's
 */
public record ViewerSpellings(KeyRing keys) {
  /** No party's name holds a line break. */
  private static final String VIEWER = "viewer\n";

  /** The key from which a person's spellings come. */
  public RecipientKey key(String person) {
    return new RecipientKey(keys.derive(KeyRing.Use.RECIPIENT, VIEWER + person));
  }

  /** The values of a record as this person is shown them in plain. */
  Function<FieldClass, PersonalText> of(String person, OpenedRecord record) {
    Marker marker = new Marker(new BiasKey(keys.key(KeyRing.Use.BIAS)), key(person));
    return field -> marker.mark(field, record.content().original(field), record.offers());
  }
}
