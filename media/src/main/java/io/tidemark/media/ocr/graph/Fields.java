package io.tidemark.media.ocr.graph;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message of Protocol Buffers as the list of its fields, in order (protobuf.dev, "Encoding"); it
 * is written again byte by byte as it was read, but for what was changed. Not thread-safe.
 */
final class Fields {
  private static final int VARINT = 0;
  private static final int EIGHT = 1;
  private static final int BYTES = 2;
  private static final int FOUR = 5;
  private static final int KIND = 7;

  private final List<Field> fields = new ArrayList<>();

  /** One field: its number, how it is written, and its bytes without their length. */
  private record Field(int number, int kind, byte[] bytes) {}

  /**
   * @throws IllegalArgumentException if these are no such message
   */
  static Fields read(byte[] bytes) {
    Fields message = new Fields();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      int key = (int) varint(in);
      int length =
          switch (key & KIND) {
            case VARINT -> varintLength(in);
            case EIGHT -> Long.BYTES;
            case BYTES -> (int) varint(in);
            case FOUR -> Integer.BYTES;
            default -> throw new IllegalArgumentException("no field of kind " + (key & KIND));
          };
      if (length < 0 || length > in.remaining()) {
        throw new IllegalArgumentException("a field of " + length + " bytes is cut off");
      }
      byte[] value = new byte[length];
      in.get(value);
      message.fields.add(new Field(key >>> 3, key & KIND, value));
    }
    return message;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; in.hasRemaining() && shift < Long.SIZE; shift += 7) {
      byte part = in.get();
      value |= (long) (part & 127) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number is cut off");
  }

  private static int varintLength(ByteBuffer in) {
    int begin = in.position();
    varint(in);
    int length = in.position() - begin;
    in.position(begin);
    return length;
  }

  byte[] written() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Field field : fields) {
      out.writeBytes(varint((long) field.number << 3 | field.kind));
      if (field.kind == BYTES) {
        out.writeBytes(varint(field.bytes.length));
      }
      out.writeBytes(field.bytes);
    }
    return out.toByteArray();
  }

  private static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while ((rest & ~127L) != 0) {
      out.write((int) (rest & 127 | 128));
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  /** All messages, texts or packed numbers of this number. */
  List<byte[]> all(int number) {
    return fields.stream().filter(one -> one.number == number).map(Field::bytes).toList();
  }

  Optional<byte[]> first(int number) {
    return all(number).stream().findFirst();
  }

  /** Whole numbers of this number, packed or each by itself. */
  List<Long> numbers(int number) {
    List<Long> numbers = new ArrayList<>();
    for (byte[] bytes : all(number)) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      while (in.hasRemaining()) {
        numbers.add(varint(in));
      }
    }
    return numbers;
  }

  List<String> texts(int number) {
    return all(number).stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
  }

  String text(int number) {
    return texts(number).stream().findFirst().orElse("");
  }

  Fields with(int number, byte[] bytes) {
    fields.add(new Field(number, BYTES, bytes));
    return this;
  }

  Fields with(int number, String text) {
    return with(number, text.getBytes(StandardCharsets.UTF_8));
  }

  Fields with(int number, long value) {
    fields.add(new Field(number, VARINT, varint(value)));
    return this;
  }

  Fields with(int number, float value) {
    byte[] bytes =
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    fields.add(new Field(number, FOUR, bytes));
    return this;
  }

  Fields without(int number) {
    fields.removeIf(one -> one.number == number);
    return this;
  }
}
