package io.tidemark.formats.settings;

import io.tidemark.authorise.Policy.Allowance;
import io.tidemark.authorise.Policy.Use;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PartyKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what each purpose allows for each kind of party. */
final class AllowanceReader {
  private final Set<String> purposes;
  private final Map<Use, Allowance> allowances = new LinkedHashMap<>();

  AllowanceReader(Set<String> purposes) {
    this.purposes = purposes;
  }

  Map<Use, Allowance> read(Section file) {
    for (Value.Entry entry : file.value("allowances").map(Value::entries).orElse(List.of())) {
      Optional<String> purpose = Purposes.known(purposes, entry.name());
      for (Value item : entry.value().list()) {
        allow(purpose.orElse(""), item);
      }
    }
    return allowances;
  }

  private void allow(String purpose, Value item) {
    Section section = Section.of(item, "kinds", "people", "forms", "up_to?", "channels?");
    int people = section.read("people", value -> value.number(1)).orElse(1);
    Map<FieldClass, Form> forms = byField(section, "forms");
    Map<FieldClass, Form> ceilings = byField(section, "up_to");
    ceilings.forEach((field, ceiling) -> ceiling(section, field, forms.get(field), ceiling));
    Allowance allowance = new Allowance(people, forms, ceilings, LimitsReader.channels(section));
    section
        .value("kinds")
        .map(kinds -> kinds.distinct(kind -> fresh(purpose, kind)))
        .orElse(Set.of())
        .forEach(kind -> allowances.put(new Use(purpose, kind), allowance));
  }

  private Optional<PartyKind> fresh(String purpose, Value value) {
    Optional<PartyKind> kind = value.named(PartyKind::named, "当事方种类", "kind of party");
    if (kind.isPresent() && allowances.containsKey(new Use(purpose, kind.get()))) {
      value.fault(
          kind.get().id(), "这个目的下已写过这类当事方", "this kind of party stands under this purpose already");
    }
    return kind;
  }

  /** The ceiling of a field that is given at all, which shows no less than the default. */
  private static void ceiling(
      Section section, FieldClass field, @Nullable Form given, Form ceiling) {
    Value place = section.value("up_to").orElse(section.place());
    if (given == null) {
      place.fault(field.zh(), "up_to 里的字段须先在 forms 里", "a field of up_to must stand in forms too");
    } else if (given.compareTo(ceiling) < 0) {
      place.fault(field.zh(), "默认形式超过上限", "the default form shows more than the ceiling");
    }
  }

  /** Forms with the fields that have them, turned round. */
  static Map<FieldClass, Form> byField(Section section, String key) {
    Map<FieldClass, Form> byField = new EnumMap<>(FieldClass.class);
    for (Value.Entry entry : section.value(key).map(Value::entries).orElse(List.of())) {
      Optional<Form> form = entry.name().named(Form::named, "形式", "form");
      for (Value item : entry.value().list()) {
        Optional<FieldClass> field = item.column();
        if (field.isPresent()
            && byField.putIfAbsent(field.get(), form.orElse(Form.WITHHELD)) != null) {
          item.fault(field.get().zh(), "写在两种形式之下", "stands under two forms");
        }
      }
    }
    return byField;
  }
}
