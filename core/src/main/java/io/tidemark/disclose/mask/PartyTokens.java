package io.tidemark.disclose.mask;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of one party: the same value has the same token within the party's lists and another in
 * everybody else's, so that two parties cannot join their lists. HMAC-SHA256, cut to 80 bits. Not
 * thread-safe.
 */
public final class PartyTokens {
  private final Mac mac;

  /** Tokens under the party's own 32-byte key. */
  public PartyTokens(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** The token of a canonical value: {@code T-} and 20 hexadecimal digits. */
  public PersonalText token(FieldClass field, PersonalText canonical) {
    mac.update((field + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] code = mac.doFinal(canonical.reveal(Reveal.PREPARE).getBytes(StandardCharsets.UTF_8));
    return PersonalText.of("T-" + HexFormat.of().formatHex(code, 0, 10));
  }
}
