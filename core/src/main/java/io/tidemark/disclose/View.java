package io.tidemark.disclose;

import io.tidemark.disclose.mask.Generalised;
import io.tidemark.disclose.mask.Masks;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One policy as a person sees it on a screen. Immutable; hides its texts.
 *
 * @param fields in the order of the permit; fields that the record has not are left out
 */
public record View(Map<FieldClass, PersonalText> fields) {
  /** Copies the map and keeps its order. */
  public View {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * A content in these forms; a form that a view does not know shows nothing.
   *
   * @param alias the number that stands for the person; asked for only where a form wants it
   */
  public static View of(
      Map<FieldClass, Form> forms, Content content, Supplier<PersonalText> alias) {
    return of(forms, content, content::original, alias);
  }

  /**
   * The same.
   *
   * @param plain what is shown of a field where a form wants it in plain
   */
  public static View of(
      Map<FieldClass, Form> forms,
      Content content,
      Function<FieldClass, PersonalText> plain,
      Supplier<PersonalText> alias) {
    Map<FieldClass, PersonalText> fields = new LinkedHashMap<>();
    forms.forEach(
        (field, form) -> {
          PersonalText canonical = content.canonical(field);
          if (!canonical.isEmpty()) {
            fields.put(field, shown(field, form, plain, canonical, alias));
          }
        });
    return new View(fields);
  }

  private static PersonalText shown(
      FieldClass field,
      Form form,
      Function<FieldClass, PersonalText> plain,
      PersonalText canonical,
      Supplier<PersonalText> alias) {
    return switch (form) {
      case PLAIN -> plain.apply(field);
      case MASKED -> Masks.mask(field, canonical);
      case GENERALISED -> Generalised.of(field, canonical);
      case ALIAS -> alias.get();
      case TOKEN, WITHHELD -> Masks.HIDDEN;
    };
  }
}
