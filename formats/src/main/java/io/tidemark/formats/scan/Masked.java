package io.tidemark.formats.scan;

import io.tidemark.disclose.mask.Masks;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Findings as they are shown to people who may not see them whole. What has not the shape that its
 * mask expects is hidden entirely. Stateless.
 */
public final class Masked {
  private static final Pattern EMAIL =
      Pattern.compile("[A-Z0-9._%+-]+@[A-Z0-9.-]+", Pattern.CASE_INSENSITIVE);

  private Masked() {}

  /** What is shown of a finding. */
  public static PersonalText of(Finding finding) {
    String text = finding.value().reveal(Reveal.PREPARE);
    return switch (finding.form()) {
      case DAMAGED -> Masks.HIDDEN;
      case WHOLE -> whole(finding.found(), text);
      case MASKED -> starred(finding.found(), text);
    };
  }

  private static PersonalText whole(FoundClass found, String text) {
    Optional<FieldClass> field = found.kind().field();
    return switch (found) {
      case IDENTITY_NUMBER_15 -> kept(text, 3, 3, "[0-9]{15}|[0-9]{17}[0-9X]");
      case PASSPORT, TRAVEL_PERMIT -> kept(text, 1, 2, "[A-Z]{0,2}[0-9]{7,11}");
      case CREDIT_CODE -> kept(text, 2, 4, "[0-9A-Z]{18}");
      case MACHINE_NUMBER -> kept(text, 3, 4, "[0-9]{13}");
      case LANDLINE -> kept(text, 3, 2, "[0-9-]{10,20}");
      case FILE_NUMBER, LICENCE_BLANK -> kept(text, 2, 2, "[0-9]{12,13}");
      case BANK_CARD -> kept(text, 4, 4, "[0-9]{12,19}");
      case WECHAT -> kept(text, 1, 1, "[A-Za-z0-9_-]{5,40}");
      case EMAIL -> email(text);
      default -> field.map(f -> Masks.mask(f, PersonalText.of(text))).orElse(Masks.HIDDEN);
    };
  }

  /** A value that came with stars shows no more than the mask of a whole one. */
  private static PersonalText starred(FoundClass found, String text) {
    String masked = whole(found, text.replace('*', '0')).reveal(Reveal.PREPARE);
    if (masked.length() != text.length()) {
      return Masks.HIDDEN;
    }
    StringBuilder shown = new StringBuilder(masked);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '*') {
        shown.setCharAt(i, '*');
      }
    }
    return PersonalText.of(shown.toString());
  }

  private static PersonalText email(String text) {
    int at = text.indexOf('@');
    return at > 1 && EMAIL.matcher(text).matches()
        ? PersonalText.of(text.charAt(0) + "***" + text.substring(at))
        : Masks.HIDDEN;
  }

  private static PersonalText kept(String text, int head, int tail, String shape) {
    if (!text.matches(shape) || text.length() <= head + tail) {
      return Masks.HIDDEN;
    }
    return PersonalText.of(
        text.substring(0, head)
            + "*".repeat(text.length() - head - tail)
            + text.substring(text.length() - tail));
  }
}
