package io.tidemark.disclose.mask;

import io.tidemark.terms.FieldClass;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shapes of numbers whose tokens keep them, so that a recipient's system takes a token where it
 * takes the number. No token is a number that could ring: those of mobile numbers begin with a 2.
 */
enum Shape {
  /** Eleven digits; the first, a 1, becomes a 2. */
  MOBILE("0123456789", "1[3-9][0-9]{9}", "2[0-9]{10}") {
    @Override
    String body(String text) {
      return text.substring(1);
    }

    @Override
    String around(String body, String like) {
      return (like.charAt(0) == '1' ? '2' : '1') + body;
    }
  },
  /** Eighteen digits or X; most tokens show by an X within them that they are none. */
  IDENTITY_NUMBER("0123456789X", "[0-9]{17}[0-9X]", "[0-9X]{18}"),
  VIN("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", Masks.VIN, Masks.VIN),
  /** Letters and digits of the whole number, dashes where they are. */
  POLICY_NUMBER(Shape.LETTERS, Shape.NUMBER, Shape.NUMBER),
  ENGINE_NUMBER(Shape.LETTERS, Shape.NUMBER, Shape.NUMBER);

  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Six to forty letters and digits, dashes among them. */
  private static final String NUMBER = "(?:[A-Z0-9]-?){6,40}";

  private final String alphabet;
  private final Pattern value;
  private final Pattern token;

  Shape(String alphabet, String value, String token) {
    this.alphabet = alphabet;
    this.value = Pattern.compile(value);
    this.token = Pattern.compile(token);
  }

  /** The shape of this field's numbers. */
  static Optional<Shape> of(FieldClass field) {
    for (Shape shape : values()) {
      if (shape.name().equals(field.name())) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  String alphabet() {
    return alphabet;
  }

  boolean isValue(String text) {
    return value.matcher(text).matches();
  }

  boolean isToken(String text) {
    return token.matcher(text).matches();
  }

  /** What is encrypted of a number or a token. */
  String body(String text) {
    return text.replace("-", "");
  }

  /** An encrypted or decrypted body, written like the text whose body it was. */
  String around(String body, String like) {
    StringBuilder written = new StringBuilder(like.length());
    int next = 0;
    for (int i = 0; i < like.length(); i++) {
      written.append(like.charAt(i) == '-' ? '-' : body.charAt(next++));
    }
    return written.toString();
  }
}
