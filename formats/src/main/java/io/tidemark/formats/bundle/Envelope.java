package io.tidemark.formats.bundle;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import io.tidemark.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * A payload with one Ed25519 signature (DSSE v1.0). The signature is over the pre-authentication
 * encoding, which binds the payload's type.
 *
 * @param keyId SHA-256 of the public key
 */
record Envelope(byte[] payload, Digest keyId, byte[] signature) {
  static final String TYPE = "application/vnd.tidemark.manifest+json";

  /** Signs with the 32 secret bytes of an Ed25519 key (RFC 8032). */
  static Envelope sign(byte[] payload, byte[] seed) {
    try {
      byte[] signature = new Ed25519Sign(seed).sign(encoding(payload));
      return new Envelope(payload, Digest.sha256(publicKey(seed)), signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 signs any message", e);
    }
  }

  static byte[] publicKey(byte[] seed) {
    try {
      return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a signing seed has 32 bytes", e);
    }
  }

  /** Whether the key, 32 bytes, is the one named and made the signature. */
  boolean signedBy(byte[] publicKey) {
    if (!Digest.sha256(publicKey).equals(keyId)) {
      return false;
    }
    try {
      new Ed25519Verify(publicKey).verify(signature, encoding(payload));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** DSSE's PAE: {@code DSSEv1}, type and payload, each text with its length. */
  private static byte[] encoding(byte[] payload) {
    String head = "DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  byte[] json() {
    Base64.Encoder base64 = Base64.getEncoder();
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("payloadType", TYPE);
          json.writeStringProperty("payload", base64.encodeToString(payload));
          json.writeArrayPropertyStart("signatures");
          json.writeStartObject();
          json.writeStringProperty("keyid", keyId.toString());
          json.writeStringProperty("sig", base64.encodeToString(signature));
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  static Envelope read(byte[] bytes) throws BadJson {
    return JsonCursor.read(bytes, document -> document.object(Envelope::body));
  }

  private static Envelope body(JsonCursor json) throws BadJson {
    json.exactly("payloadType", TYPE);
    byte[] payload = json.at("payload", JsonCursor::base64);
    return json.at(
        "signatures",
        list -> list.only(each -> each.object(signature -> signed(signature, payload))));
  }

  private static Envelope signed(JsonCursor json, byte[] payload) throws BadJson {
    return new Envelope(payload, json.digest("keyid"), json.at("sig", JsonCursor::base64));
  }
}
