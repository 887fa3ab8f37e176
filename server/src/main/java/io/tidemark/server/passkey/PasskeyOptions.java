package io.tidemark.server.passkey;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What a browser is told before it makes or uses a passkey, in the JSON of WebAuthn level 3. */
public final class PasskeyOptions {
  private static final String TYPE = "public-key";
  private static final String REQUIRED = "required";

  private PasskeyOptions() {}

  /** {@code PublicKeyCredentialCreationOptionsJSON}. */
  @Schema(description = "For PublicKeyCredential.parseCreationOptionsFromJSON in a browser.")
  public record Making(
      String challenge,
      Party rp,
      User user,
      List<Algorithm> pubKeyCredParams,
      long timeout,
      List<Known> excludeCredentials,
      Selection authenticatorSelection,
      String attestation) {}

  /** {@code PublicKeyCredentialRequestOptionsJSON}; it names no passkey, so it tells of none. */
  @Schema(description = "For PublicKeyCredential.parseRequestOptionsFromJSON in a browser.")
  public record Using(String challenge, String rpId, long timeout, String userVerification) {}

  /** Whom the passkey is for. */
  @Schema(name = "PasskeyParty")
  public record Party(String id, String name) {}

  /** Whose the passkey is; the id says nothing about the person. */
  public record User(String id, String name, String displayName) {}

  /** A signature that counts, by its number at IANA. */
  public record Algorithm(String type, long alg) {}

  /** A passkey that the person has already. */
  @Schema(name = "PasskeyKnown")
  public record Known(String type, String id) {}

  /** What the authenticator has to do. */
  public record Selection(
      String residentKey, boolean requireResidentKey, String userVerification) {}

  /** For a new passkey of this person. */
  public static Making making(
      RelyingParty party,
      byte[] challenge,
      byte[] user,
      String name,
      List<byte[]> known,
      Duration life) {
    return new Making(
        text(challenge),
        new Party(party.id(), "Tidemark"),
        new User(text(user), name, name),
        Ceremonies.ALGORITHMS.stream()
            .map(COSEAlgorithmIdentifier::getValue)
            .map(number -> new Algorithm(TYPE, number))
            .toList(),
        life.toMillis(),
        known.stream().map(id -> new Known(TYPE, text(id))).toList(),
        new Selection(REQUIRED, true, REQUIRED),
        "none");
  }

  /** For a passkey of whoever it is. */
  public static Using using(RelyingParty party, byte[] challenge, Duration life) {
    return new Using(text(challenge), party.id(), life.toMillis(), REQUIRED);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
