package io.tidemark.server.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * An authenticator in software with the browser around it. What it says is what its fields say, so
 * that a test can bend each.
 */
public final class Device {
  private static final ObjectConverter CONVERTER = new ObjectConverter();

  /** The signatures that authenticators make. */
  public enum Kind {
    ES256("EC", "SHA256withECDSA"),
    EDDSA("Ed25519", "Ed25519"),
    RS256("RSA", "SHA256withRSA"),
    ES384("EC", "SHA384withECDSA");

    private final String key;
    private final String signature;

    Kind(String key, String signature) {
      this.key = key;
      this.signature = signature;
    }
  }

  /** Where the browser is. */
  public String origin;

  /** The relying party whose hash is signed. */
  public String party;

  /** The client data's type; nothing for what the ceremony asks for. */
  public String type = "";

  /** Whether a frame of another site asks. */
  public boolean cross;

  /** User present, user verified, and more. */
  public byte flags = AuthenticatorData.BIT_UP | AuthenticatorData.BIT_UV;

  /** How often it has signed. */
  public long counter = 1;

  /** What it does not count by. */
  public long step = 1;

  /** The user handle. */
  public byte[] user = new byte[0];

  /** The passkey's id. */
  public byte[] credential = new byte[32];

  private final Kind kind;
  private final KeyPair pair;

  /** An authenticator in a browser at this origin. */
  public Device(Kind kind, java.net.URI origin) throws Exception {
    this.kind = kind;
    this.origin = origin.toString();
    this.party = origin.getHost();
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.key);
    if (kind == Kind.ES256) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else if (kind == Kind.ES384) {
      generator.initialize(new ECGenParameterSpec("secp384r1"));
    }
    this.pair = generator.generateKeyPair();
    new SecureRandom().nextBytes(credential);
  }

  /** Makes a passkey as these creation options say. */
  public Map<String, Object> make(JsonNode options) throws Exception {
    user = Base64.getUrlDecoder().decode(options.get("user").get("id").asString());
    AuthenticatorData<RegistrationExtensionAuthenticatorOutput> data =
        new AuthenticatorData<>(
            hash(),
            (byte) (flags | AuthenticatorData.BIT_AT),
            counter,
            new AttestedCredentialData(AAGUID.ZERO, credential, key()));
    byte[] object =
        new AttestationObjectConverter(CONVERTER)
            .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("clientDataJSON", text(client("webauthn.create", options)));
    response.put("attestationObject", text(object));
    response.put("transports", List.of("internal"));
    return answer(response);
  }

  /** Signs as these request options say. */
  public Map<String, Object> use(JsonNode options) throws Exception {
    counter += step;
    byte[] data =
        new AuthenticatorDataConverter(CONVERTER)
            .convert(
                new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(
                    hash(), flags, counter));
    byte[] client = client("webauthn.get", options);
    Signature signature = Signature.getInstance(kind.signature);
    signature.initSign(pair.getPrivate());
    signature.update(data);
    signature.update(Digest.sha256(client).bytes());
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("clientDataJSON", text(client));
    response.put("authenticatorData", text(data));
    response.put("signature", text(signature.sign()));
    response.put("userHandle", text(user));
    return answer(response);
  }

  /** The part of an answer that holds what was signed. */
  @SuppressWarnings("unchecked") // made below
  public static Map<String, Object> response(Map<String, Object> answer) {
    return (Map<String, Object>) Objects.requireNonNull(answer.get("response"));
  }

  private Map<String, Object> answer(Map<String, Object> response) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", text(credential));
    answer.put("rawId", text(credential));
    answer.put("type", "public-key");
    answer.put("authenticatorAttachment", "platform");
    answer.put("response", response);
    answer.put("clientExtensionResults", Map.of());
    return answer;
  }

  private byte[] client(String usual, JsonNode options) {
    return """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s}\
        """
        .formatted(
            type.isEmpty() ? usual : type, options.get("challenge").asString(), origin, cross)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] hash() {
    return Digest.sha256(party).bytes();
  }

  private COSEKey key() {
    return switch (kind) {
      case ES256 ->
          EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256);
      case ES384 ->
          EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES384);
      case EDDSA -> EdDSACOSEKey.create((EdECPublicKey) pair.getPublic());
      case RS256 ->
          RSACOSEKey.create((RSAPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.RS256);
    };
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
