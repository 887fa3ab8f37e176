package io.tidemark.disclose.mask;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Suite;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Tokens of one party: the same value has the same token within the party's lists and another in
 * everybody else's, so that two parties cannot join their lists. A number of a known shape has a
 * token of that shape (FF1, NIST SP 800-38G), which whoever holds the party's key can turn back;
 * anything else has one that nobody can (the suite's HMAC, cut to 80 bits). Not thread-safe.
 */
public final class PartyTokens {
  private final Suite suite;
  private final byte[] key;
  private final Mac mac;
  private final Map<Shape, Ff1> ciphers = new EnumMap<>(Shape.class);

  /** Tokens under the party's own 32-byte key. */
  public PartyTokens(Suite suite, byte[] key) {
    this.suite = suite;
    this.key = suite.blockKey(key);
    this.mac = suite.mac(key);
  }

  /**
   * The token of a canonical value: as long as the value and of its alphabet where it has the shape
   * of its field, else {@code T-} and 20 hexadecimal digits.
   */
  public PersonalText token(FieldClass field, PersonalText canonical) {
    String text = canonical.reveal(Reveal.PREPARE);
    return Shape.of(field)
        .filter(shape -> shape.isValue(text))
        .map(shape -> shape.around(cipher(shape).encrypt(shape.body(text)), text))
        .map(PersonalText::of)
        .orElseGet(() -> unshaped(field, text));
  }

  /** The canonical value that has this token with this party; nothing where none can have it. */
  public Optional<PersonalText> value(FieldClass field, PersonalText token) {
    String text = token.reveal(Reveal.PREPARE);
    return Shape.of(field)
        .filter(shape -> shape.isToken(text))
        .flatMap(
            shape ->
                Optional.of(shape.around(cipher(shape).decrypt(shape.body(text)), text))
                    .filter(shape::isValue))
        .map(PersonalText::of);
  }

  private PersonalText unshaped(FieldClass field, String text) {
    mac.update((field + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return PersonalText.of("T-" + HexFormat.of().formatHex(code, 0, 10));
  }

  /** The field is the tweak: a token of one field says nothing of another field's. */
  private Ff1 cipher(Shape shape) {
    return ciphers.computeIfAbsent(
        shape,
        one ->
            new Ff1(
                suite::blockCipher,
                key,
                one.name().getBytes(StandardCharsets.US_ASCII),
                one.alphabet()));
  }
}
