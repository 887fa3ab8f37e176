package io.tidemark.authorise;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.GrantId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A grant under a policy, worked out once: which form each of its fields has, and which of them
 * show more than the policy allows.
 *
 * @param columns its fields as bits
 * @param aboveCeiling the fields that show more than the policy allows, as bits
 * @param aliased the fields that would be alias numbers and cannot be, as bits
 * @param forms the form of each field
 * @param allowance what the policy allows this purpose and kind of party
 */
record Standing(
    Grant grant,
    long columns,
    long aboveCeiling,
    long aliased,
    Map<FieldClass, Form> forms,
    Optional<Policy.Allowance> allowance) {
  static Standing of(Grant grant, Optional<Policy.Allowance> allowance) {
    Map<FieldClass, Form> forms = new EnumMap<>(FieldClass.class);
    long above = 0;
    long aliased = 0;
    for (FieldClass field : grant.columns()) {
      Optional<Form> given = allowance.map(a -> a.forms().get(field));
      Form form = grant.forms().getOrDefault(field, given.orElse(Form.WITHHELD));
      Optional<Form> ceiling = allowance.flatMap(a -> a.ceiling(field));
      above |= ceiling.filter(most -> form.compareTo(most) < 0).isPresent() ? bit(field) : 0;
      aliased |= form == Form.ALIAS && field != FieldClass.MOBILE ? bit(field) : 0;
      forms.put(field, form);
    }
    return new Standing(grant, bits(grant.columns()), above, aliased, forms, allowance);
  }

  GrantId id() {
    return grant.id();
  }

  Grant.State state() {
    return grant.state();
  }

  Limits limits() {
    return grant.limits();
  }

  /** The forms of these fields, in their order. */
  Map<FieldClass, Form> forms(Collection<FieldClass> fields) {
    Map<FieldClass, Form> chosen = new LinkedHashMap<>();
    fields.forEach(field -> chosen.put(field, forms.getOrDefault(field, Form.WITHHELD)));
    return chosen;
  }

  static long bits(Collection<FieldClass> fields) {
    long bits = 0;
    for (FieldClass field : fields) {
      bits |= bit(field);
    }
    return bits;
  }

  private static long bit(FieldClass field) {
    return 1L << field.ordinal();
  }
}
