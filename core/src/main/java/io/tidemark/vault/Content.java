package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a record says: each field as it was deposited and in its canonical form. Immutable; hides
 * its texts.
 */
public final class Content {
  private static final int LAYOUT = 1;

  /** How half of a rare character begins, and a NUL, in the UTF-8 of {@link DataOutputStream}. */
  private static final byte SURROGATE = (byte) 0xed;

  private static final byte NUL = (byte) 0xc0;

  private final Map<FieldClass, PersonalText> original;
  private final Map<FieldClass, PersonalText> canonical;
  private final Map<FieldClass, String> suspicions;

  private Content(
      Map<FieldClass, PersonalText> original,
      Map<FieldClass, PersonalText> canonical,
      Map<FieldClass, String> suspicions) {
    this.original = Collections.unmodifiableMap(original);
    this.canonical = Collections.unmodifiableMap(canonical);
    this.suspicions = Collections.unmodifiableMap(suspicions);
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
          new EnumMap<>(original), new EnumMap<>(canonical), new EnumMap<>(suspicions));
    }
  }

  /** Each field as it was deposited; fields that were empty are absent. */
  public Map<FieldClass, PersonalText> original() {
    return original;
  }

  /** Each field in its canonical form. */
  public Map<FieldClass, PersonalText> canonical() {
    return canonical;
  }

  /** The codes of what is wrong with suspect fields. */
  public Map<FieldClass, String> suspicions() {
    return suspicions;
  }

  /** The field as it was deposited; empty when it is absent. */
  public PersonalText original(FieldClass field) {
    return original.getOrDefault(field, PersonalText.of(""));
  }

  /** The field in its canonical form; empty when it is absent. */
  public PersonalText canonical(FieldClass field) {
    return canonical.getOrDefault(field, PersonalText.of(""));
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeByte(original.size());
      for (Map.Entry<FieldClass, PersonalText> field : original.entrySet()) {
        out.writeByte(field.getKey().ordinal());
        out.writeUTF(field.getValue().reveal(Reveal.SEAL));
        out.writeUTF(canonical(field.getKey()).reveal(Reveal.SEAL));
        out.writeUTF(suspicions.getOrDefault(field.getKey(), ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a field is longer than 65,535 bytes", e);
    }
    return bytes.toByteArray();
  }

  static Content parse(byte[] bytes) throws WrongKey {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (in.get() != LAYOUT) {
        throw new WrongKey("a sealed record has an unknown layout");
      }
      Builder content = new Builder();
      FieldClass[] fields = FieldClass.values();
      for (int count = in.get(); count > 0; count--) {
        FieldClass field = fields[in.get()];
        int start = in.position();
        PersonalText original = PersonalText.of(text(in));
        PersonalText canonical =
            repeats(in, start) ? original : PersonalText.of(text(in)); // mostly it is the same
        content.put(field, original, canonical, text(in));
      }
      return content.build();
    } catch (BufferUnderflowException | IOException e) {
      throw new WrongKey("a sealed record is cut short");
    }
  }

  /** Steps over the next text where it is that from {@code start} on once more. */
  private static boolean repeats(ByteBuffer in, int start) {
    int end = in.position();
    int again = end + (end - start);
    byte[] bytes = in.array();
    if (again > bytes.length || !Arrays.equals(bytes, start, end, bytes, end, again)) {
      return false;
    }
    in.position(again);
    return true;
  }

  /** What {@link DataOutputStream#writeUTF} wrote: most of it is UTF-8 as everybody has it. */
  private static String text(ByteBuffer in) throws IOException {
    int start = in.position();
    int size = Short.toUnsignedInt(in.getShort());
    if (size > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = in.array();
    int from = in.position();
    in.position(from + size);
    for (int i = from; i < from + size; i++) {
      if (bytes[i] == SURROGATE || bytes[i] == NUL) {
        return new DataInputStream(new ByteArrayInputStream(bytes, start, size + 2)).readUTF();
      }
    }
    return new String(bytes, from, size, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Content" + original.keySet();
  }
}
