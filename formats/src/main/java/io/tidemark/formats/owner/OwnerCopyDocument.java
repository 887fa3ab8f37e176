package io.tidemark.formats.owner;

import io.tidemark.authorise.Level;
import io.tidemark.custody.owner.OwnerCopy;
import io.tidemark.formats.consent.ConsentRecords;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy as a document: {@code tidemark/owner-copy/v1}. It holds personal values.
 *
 * @param consents says what the person said
 */
public record OwnerCopyDocument(ConsentRecords consents) {
  private static final String FORMAT = "tidemark/owner-copy/v1";

  /** The document, to be written as JSON in the order of its fields. */
  public Map<String, @Nullable Object> of(OwnerCopy copy) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("copy", copy.id().text());
    document.put("made", copy.made().toString());
    document.put("entry", copy.receipt().index());
    document.put("policy", copy.policy());
    document.put("records", copy.contracts().stream().map(OwnerCopyDocument::contract).toList());
    document.put("consents", consents.of(copy.said()));
    return document;
  }

  private static Map<String, @Nullable Object> contract(OwnerCopy.Contract contract) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    Map<String, @Nullable Object> origin = new LinkedHashMap<>();
    origin.put("kind", contract.origin().kind());
    origin.put("entry", contract.origin().entry());
    origin.put("time", contract.origin().time().toString());
    record.put("origin", origin);
    record.put("fields", contract.values().stream().map(OwnerCopyDocument::value).toList());
    List<Object> purposes = new ArrayList<>();
    contract.uses().forEach(use -> purposes.add(use(use)));
    record.put("purposes", purposes);
    return record;
  }

  private static Map<String, @Nullable Object> value(OwnerCopy.Value value) {
    Map<String, @Nullable Object> field = new LinkedHashMap<>();
    field.put("field", value.field().name());
    field.put("zh", value.field().zh());
    field.put("en", value.field().en());
    field.put("value", value.original().reveal(Reveal.OWNER));
    field.put("canonical", value.canonical().reveal(Reveal.OWNER));
    field.put("suspicion", value.suspicion().orElse(null));
    field.put("grade", value.grade().id());
    Map<String, Object> scales = new LinkedHashMap<>();
    for (Level level : value.levels()) {
      scales.put(level.scale().title(), level.level() + " " + level.label().id());
    }
    field.put("scales", scales);
    return field;
  }

  private static Map<String, @Nullable Object> use(OwnerCopy.Use use) {
    Map<String, @Nullable Object> purpose = new LinkedHashMap<>();
    purpose.put("purpose", use.purpose());
    purpose.put("zh", use.words().zh());
    purpose.put("en", use.words().en());
    purpose.put("basis", use.basis());
    purpose.put("stopped", use.stopped());
    purpose.put("until", use.until().map(Object::toString).orElse(null));
    return purpose;
  }
}
