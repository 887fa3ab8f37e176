package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record says: each field as it was deposited and in its canonical form. Immutable; hides
 * its texts.
 */
public final class Content {
  private final Map<FieldClass, PersonalText> original;
  private final Map<FieldClass, PersonalText> canonical;
  private final Map<FieldClass, String> suspicions;

  /** Where they all lie that are not in the maps; null for a content that was collected. */
  private final @Nullable SealedFields sealed;

  /** All of them in maps, once somebody has asked for all; equal whoever makes it. */
  private @Nullable Content whole;

  private Content(
      Map<FieldClass, PersonalText> original,
      Map<FieldClass, PersonalText> canonical,
      Map<FieldClass, String> suspicions,
      @Nullable SealedFields sealed) {
    this.original = Collections.unmodifiableMap(original);
    this.canonical = Collections.unmodifiableMap(canonical);
    this.suspicions = Collections.unmodifiableMap(suspicions);
    this.sealed = sealed;
  }

  /** Collects the fields of a content. Not thread-safe. */
  public static final class Builder {
    private final Map<FieldClass, PersonalText> original = new EnumMap<>(FieldClass.class);
    private final Map<FieldClass, PersonalText> canonical = new EnumMap<>(FieldClass.class);
    private final Map<FieldClass, String> suspicions = new EnumMap<>(FieldClass.class);

    /**
     * Adds a field; an empty one is left out. {@code suspicion} is the code of what is wrong with
     * it, or empty.
     */
    public Builder put(
        FieldClass field,
        PersonalText asDeposited,
        PersonalText inCanonicalForm,
        String suspicion) {
      if (!asDeposited.isEmpty()) {
        original.put(field, asDeposited);
        canonical.put(field, inCanonicalForm);
        if (!suspicion.isEmpty()) {
          suspicions.put(field, suspicion);
        }
      }
      return this;
    }

    /** Adds a field as another content has it. */
    public Builder put(FieldClass field, Content as) {
      return put(
          field, as.original(field), as.canonical(field), as.suspicions().getOrDefault(field, ""));
    }

    /** The content. */
    public Content build() {
      return new Content(
          new EnumMap<>(original), new EnumMap<>(canonical), new EnumMap<>(suspicions), null);
    }
  }

  /** Each field as it was deposited; fields that were empty are absent. */
  public Map<FieldClass, PersonalText> original() {
    return whole().original;
  }

  /** Each field in its canonical form. */
  public Map<FieldClass, PersonalText> canonical() {
    return whole().canonical;
  }

  /** The codes of what is wrong with suspect fields. */
  public Map<FieldClass, String> suspicions() {
    return whole().suspicions;
  }

  private Content whole() {
    SealedFields fields = sealed;
    if (fields == null) {
      return this;
    }
    Content known = whole;
    if (known == null) {
      Builder all = new Builder();
      for (FieldClass field : fields.fields()) {
        PersonalText text = fields.original(field);
        all.put(
            field,
            text,
            fields.repeats(field) ? text : fields.canonical(field),
            fields.suspicion(field));
      }
      known = all.build();
      whole = known;
    }
    return known;
  }

  /** The field as it was deposited; empty when it is absent. */
  public PersonalText original(FieldClass field) {
    return sealed != null
        ? sealed.original(field)
        : original.getOrDefault(field, PersonalText.of(""));
  }

  /** The field in its canonical form; empty when it is absent. */
  public PersonalText canonical(FieldClass field) {
    return sealed != null
        ? sealed.canonical(field)
        : canonical.getOrDefault(field, PersonalText.of(""));
  }

  /** Whether the field is there and its canonical form says something. */
  public boolean says(FieldClass field) {
    return sealed != null ? sealed.says(field) : !canonical(field).isEmpty();
  }

  byte[] bytes() {
    Content whole = whole();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(SealedFields.LAYOUT);
      out.writeByte(whole.original.size());
      for (Map.Entry<FieldClass, PersonalText> field : whole.original.entrySet()) {
        out.writeByte(field.getKey().ordinal());
        out.writeUTF(field.getValue().reveal(Reveal.SEAL));
        out.writeUTF(whole.canonical(field.getKey()).reveal(Reveal.SEAL));
        out.writeUTF(whole.suspicions.getOrDefault(field.getKey(), ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a field is longer than 65,535 bytes", e);
    }
    return bytes.toByteArray();
  }

  /** What {@link #bytes} wrote; no field is read before it is asked for. */
  static Content parse(byte[] bytes) throws WrongKey {
    return new Content(Map.of(), Map.of(), Map.of(), SealedFields.in(bytes));
  }

  @Override
  public String toString() {
    return "Content" + whole().original.keySet();
  }
}
