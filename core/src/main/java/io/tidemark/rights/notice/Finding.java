package io.tidemark.rights.notice;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import java.util.List;

/**
 * A cell of a copy by which its holder finds a row again.
 *
 * @param form in which the party was given it
 * @param text as it stands in the copy
 */
public record Finding(FieldClass field, Form form, PersonalText text) {
  /** Fields that find a row alone, the one that says least of the person first. */
  public static final List<FieldClass> ALONE =
      List.of(
          FieldClass.POLICY_NUMBER,
          FieldClass.VIN,
          FieldClass.PLATE,
          FieldClass.MOBILE,
          FieldClass.IDENTITY_NUMBER);

  /** Whether it finds its row alone: such a field, whole or as the party's own token of it. */
  public boolean alone() {
    return ALONE.contains(field) && (form == Form.PLAIN || form == Form.TOKEN);
  }
}
