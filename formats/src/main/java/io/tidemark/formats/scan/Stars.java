package io.tidemark.formats.scan;

import io.tidemark.terms.FieldClass;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of a column of which somebody hid a part. Stateless. */
final class Stars {
  private static final Pattern MOBILE = Pattern.compile("1[0-9*]{10}");
  private static final Pattern IDENTITY = Pattern.compile("[0-9*]{17}[0-9Xx*]");
  private static final Pattern PLATE = Pattern.compile("\\p{IsHan}[A-Z*]·?[A-Z0-9*]{5,6}");
  private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9*]{17}");
  private static final Pattern NAME = Pattern.compile("\\p{IsHan}[\\p{IsHan}*]{1,3}");

  private Stars() {}

  /** The value with its stars, where the cell has any and is of the class's shape. */
  static Optional<String> value(FieldClass field, String cell) {
    String text =
        cell.strip().replace('＊', '*').replace('x', '*').replace('·', ' ').replace(" ", "");
    if (text.indexOf('*') < 0) {
      return Optional.empty();
    }
    Pattern shape =
        switch (field) {
          case MOBILE -> MOBILE;
          case IDENTITY_NUMBER -> IDENTITY;
          case PLATE -> PLATE;
          case VIN -> VIN;
          case NAME -> NAME;
          default -> null;
        };
    return Optional.of(text).filter(one -> shape != null && shape.matcher(one).matches());
  }
}
