package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger knows of one disclosure.
 *
 * @param number its number in the store
 * @param id its name
 * @param party the recipient
 * @param people how many people it is about
 * @param honey how many honey customers it holds
 * @param entry the ledger index of its entry
 * @param asOf the ledger index before which the versions were deposited
 * @param shown the fields of which it shows the whole value
 */
public record RecordedDisclosure(
    int number,
    DisclosureId id,
    String party,
    int people,
    int honey,
    long entry,
    long asOf,
    Set<FieldClass> shown) {
  /** Copies the set. */
  public RecordedDisclosure {
    shown = Set.copyOf(shown);
  }

  /** The fields of which a copy with these forms shows the whole value. */
  public static Set<FieldClass> shownBy(Map<FieldClass, Form> forms) {
    Set<FieldClass> shown = EnumSet.noneOf(FieldClass.class);
    forms.forEach(
        (field, form) -> {
          if (form == Form.PLAIN) {
            shown.add(field);
          }
        });
    return shown;
  }
}
