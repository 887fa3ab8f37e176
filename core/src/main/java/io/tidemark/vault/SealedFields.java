package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The fields of a content as they lay in its sealed record: each becomes a text when it is asked
 * for, for a list shows six of twenty. Immutable, thread-safe; hides its texts.
 */
final class SealedFields {
  static final int LAYOUT = 1;

  /** How half of a rare character begins, and a NUL, in the UTF-8 of {@code DataOutputStream}. */
  private static final byte SURROGATE = (byte) 0xed;

  private static final byte NUL = (byte) 0xc0;

  private static final FieldClass[] FIELDS = FieldClass.values();
  private static final int ABSENT = 0;
  private static final PersonalText NOTHING = PersonalText.of("");

  private final byte[] bytes;

  /** Where each field's original begins. */
  private final int[] starts = new int[FIELDS.length];

  private SealedFields(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Finds the fields in what {@link Content#bytes} wrote. */
  static SealedFields in(byte[] bytes) throws WrongKey {
    SealedFields fields = new SealedFields(bytes);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.get() != LAYOUT) {
        throw new WrongKey("a sealed record has an unknown layout");
      }
      for (int count = in.get(); count > 0; count--) {
        FieldClass field = FIELDS[in.get()];
        fields.starts[field.ordinal()] = in.position();
        for (int text = 0; text < 3; text++) {
          skip(in);
        }
      }
      return fields;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new WrongKey("a sealed record is cut short");
    }
  }

  private static void skip(ByteBuffer in) {
    int size = Short.toUnsignedInt(in.getShort());
    in.position(in.position() + size);
  }

  /** The fields that are there. */
  Set<FieldClass> fields() {
    Set<FieldClass> fields = EnumSet.noneOf(FieldClass.class);
    for (FieldClass field : FIELDS) {
      if (starts[field.ordinal()] != ABSENT) {
        fields.add(field);
      }
    }
    return fields;
  }

  PersonalText original(FieldClass field) {
    int start = starts[field.ordinal()];
    return start == ABSENT ? NOTHING : PersonalText.of(text(start));
  }

  PersonalText canonical(FieldClass field) {
    int start = starts[field.ordinal()];
    return start == ABSENT ? NOTHING : PersonalText.of(text(after(start)));
  }

  /** Whether the field has a canonical form that says something. */
  boolean says(FieldClass field) {
    int start = starts[field.ordinal()];
    return start != ABSENT && size(after(start)) > 0;
  }

  /** Whether the canonical form repeats the original, as it mostly does. */
  boolean repeats(FieldClass field) {
    int start = starts[field.ordinal()];
    int again = after(start);
    return Arrays.equals(bytes, start, again, bytes, again, after(again));
  }

  /** The code of what is wrong with the field, or empty. */
  String suspicion(FieldClass field) {
    int start = starts[field.ordinal()];
    return start == ABSENT ? "" : text(after(after(start)));
  }

  private int after(int start) {
    return start + Short.BYTES + size(start);
  }

  private int size(int start) {
    return (bytes[start] & 0xff) << 8 | bytes[start + 1] & 0xff;
  }

  /** What {@code DataOutputStream.writeUTF} wrote: most of it is UTF-8 as everybody has it. */
  private String text(int start) {
    int size = size(start);
    int from = start + Short.BYTES;
    for (int i = from; i < from + size; i++) {
      if (bytes[i] == SURROGATE || bytes[i] == NUL) {
        return rare(start, size);
      }
    }
    return new String(bytes, from, size, StandardCharsets.UTF_8);
  }

  private String rare(int start, int size) {
    try {
      return new DataInputStream(new ByteArrayInputStream(bytes, start, size + Short.BYTES))
          .readUTF();
    } catch (IOException e) {
      throw new IllegalStateException("a sealed record has a text that is none", e);
    }
  }
}
