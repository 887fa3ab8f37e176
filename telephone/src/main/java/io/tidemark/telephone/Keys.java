package io.tidemark.telephone;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;

/**
 * Keys that were pressed during a call, as INFO carries them.
 *
 * @param subtype {@code dtmf} or {@code dtmf-relay}
 * @param text which key, and for how long
 */
record Keys(String subtype, String text) {
  private static final Pattern SUBTYPE = Pattern.compile("dtmf(-relay)?");
  private static final Pattern TEXT =
      Pattern.compile("(Signal= ?)?[0-9A-D*#]{1,4}\\s*(Duration= ?[0-9]{1,5}\\s*)?");

  /** Of a request; nothing where it carries anything else. */
  static Optional<Keys> of(Request info) {
    ContentTypeHeader type = (ContentTypeHeader) info.getHeader(ContentTypeHeader.NAME);
    if (type == null || SessionText.absent(info)) {
      return Optional.empty();
    }
    String subtype = type.getContentSubType().toLowerCase(Locale.ROOT);
    String text = new String(info.getRawContent(), StandardCharsets.US_ASCII);
    return SUBTYPE.matcher(subtype).matches() && TEXT.matcher(text).matches()
        ? Optional.of(new Keys(subtype, text))
        : Optional.empty();
  }
}
