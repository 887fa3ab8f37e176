package io.tidemark.formats.scan;

import io.tidemark.find.FoundClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which class the value of a column belongs to, where the column's kind has several. Stateless. */
final class Papers {
  private static final int CITIZEN = 18;
  private static final Pattern PERMIT = Pattern.compile("(?:[HM][0-9]{8}(?:[0-9]{2})?|[0-9]{8})");

  private Papers() {}

  /** The kind of document that a sound number belongs to. */
  static FoundClass kind(String cell, PersonalText canonical) {
    String number = canonical.reveal(Reveal.CLASSIFY);
    if (citizen(number)) {
      if (number.charAt(0) == '8' && number.charAt(1) >= '1' && number.charAt(1) <= '3') {
        return FoundClass.RESIDENCE_PERMIT;
      }
      return cell.strip().length() < 18
          ? FoundClass.IDENTITY_NUMBER_15
          : FoundClass.IDENTITY_NUMBER;
    }
    if (number.length() == 18) {
      return FoundClass.CREDIT_CODE;
    }
    return PERMIT.matcher(number).matches() ? FoundClass.TRAVEL_PERMIT : FoundClass.PASSPORT;
  }

  private static boolean citizen(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if ((c < '0' || c > '9') && (c != 'X' || i < CITIZEN - 1)) {
        return false;
      }
    }
    return number.length() == CITIZEN;
  }

  /** The value of a column of something that is no field, where the cell has its shape. */
  static Optional<String> other(FoundClass expected, String cell) {
    String text = cell.strip();
    String shape =
        switch (expected) {
          case FILE_NUMBER -> "[0-9]{12}";
          case LICENCE_BLANK -> "[0-9]{13}";
          case MACHINE_NUMBER -> "1[0-9]{12}";
          case BANK_CARD -> "[0-9]{12,19}";
          case LANDLINE -> "[0-9()-]{7,20}";
          case WECHAT -> "[A-Za-z0-9_-]{5,40}";
          default -> "";
        };
    return Optional.of(text).filter(one -> one.matches(shape));
  }
}
