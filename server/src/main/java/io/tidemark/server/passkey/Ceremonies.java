package io.tidemark.server.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.ECUtil;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of WebAuthn: making a passkey and using one. Origin, relying party, type,
 * challenge, signature, user presence and verification have to hold; answers of frames of other
 * sites do not. What an authenticator's maker attests is not asked for and not looked at.
 * Thread-safe.
 */
@Component
public class Ceremonies {
  /** The signatures that count, the preferred one first. */
  static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private static final List<PublicKeyCredentialParameters> ALLOWED =
      ALGORITHMS.stream()
          .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
          .toList();

  private final RelyingParty party;
  private final WebAuthnManager webAuthn;
  private final AttestedCredentialDataConverter attested;

  Ceremonies(RelyingParty party) {
    ObjectConverter converter = new ObjectConverter();
    this.party = party;
    this.webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    this.attested = new AttestedCredentialDataConverter(converter);
  }

  /**
   * A passkey as it is kept.
   *
   * @param attested what its authenticator said of it: its model, the id and the public key
   * @param counter how often it has signed
   * @param backup whether its authenticator may copy it to other devices
   */
  public record Kept(byte[] attested, long counter, boolean backup) {}

  /** A passkey that was made just now, and its id. */
  public record Made(byte[] credential, Kept kept) {}

  /** An answer of a passkey that nobody has checked yet. */
  public static final class Answer {
    private final AuthenticationData data;

    private Answer(AuthenticationData data) {
      this.data = data;
    }

    /** The passkey's id. */
    public byte[] credential() {
      return data.getCredentialId();
    }

    /** Whose the passkey is, as it was told when it was made. */
    public Optional<byte[]> user() {
      return Optional.ofNullable(data.getUserHandle());
    }
  }

  /** A passkey that nobody has, for the same steps where there is none. */
  public Kept nobodys() {
    EC2COSEKey key =
        EC2COSEKey.create(
            (ECPublicKey) ECUtil.createKeyPair().getPublic(), COSEAlgorithmIdentifier.ES256);
    return new Kept(
        attested.convert(new AttestedCredentialData(AAGUID.ZERO, new byte[32], key)), 0, false);
  }

  /**
   * Checks what a browser says of a passkey that it made.
   *
   * @param json {@code RegistrationResponseJSON} of WebAuthn
   */
  public Made made(String json, byte[] challenge) throws BadPasskey {
    RegistrationParameters wanted =
        new RegistrationParameters(here(challenge), ALLOWED, true, true);
    return held(
        () -> {
          AuthenticatorData<RegistrationExtensionAuthenticatorOutput> said =
              Objects.requireNonNull(
                      webAuthn.verifyRegistrationResponseJSON(json, wanted).getAttestationObject())
                  .getAuthenticatorData();
          AttestedCredentialData made = Objects.requireNonNull(said.getAttestedCredentialData());
          return new Made(
              made.getCredentialId(),
              new Kept(attested.convert(made), said.getSignCount(), said.isFlagBE()));
        });
  }

  /**
   * Reads what a browser says of a passkey that was used.
   *
   * @param json {@code AuthenticationResponseJSON} of WebAuthn
   */
  public Answer read(String json) throws BadPasskey {
    return held(
        () -> {
          AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(json);
          Objects.requireNonNull(data.getCredentialId());
          return new Answer(data);
        });
  }

  /** Checks that this passkey signed this challenge; gives how often it has signed now. */
  public long used(Answer answer, Kept kept, byte[] challenge) throws BadPasskey {
    AuthenticationParameters wanted =
        new AuthenticationParameters(here(challenge), record(kept), null, true, true);
    return held(
        () ->
            Objects.requireNonNull(webAuthn.verify(answer.data, wanted).getAuthenticatorData())
                .getSignCount());
  }

  /**
   * What the library gives. Damaged text makes it throw whatever Jackson and its own fields do,
   * {@link NullPointerException} among them.
   */
  private static <T> T held(Supplier<T> step) throws BadPasskey {
    try {
      return step.get();
    } catch (MaliciousCounterValueException e) {
      throw BadPasskey.counter(e.getPresentedCounter());
    } catch (RuntimeException e) {
      throw BadPasskey.of(e);
    }
  }

  private ServerProperty here(byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(party.origin().toString()))
        .rpId(party.id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private CredentialRecord record(Kept kept) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        kept.backup(),
        null,
        kept.counter(),
        attested.convert(kept.attested()),
        null,
        null,
        null,
        null);
  }
}
