package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;

/**
 * Keyed search tokens (blind index): the suite's HMAC over the kind and the canonical text, cut to
 * 64 bits for locators and 128 bits for keys. Equal values have equal tokens; without the key
 * nothing can be tried. A 64-bit token can, rarely, find a stranger: the opened record is always
 * compared. Not thread-safe.
 */
public final class Tokens {
  private final Mac mac;

  /** Tokens by this keyed HMAC. */
  Tokens(Mac mac) {
    this.mac = mac;
  }

  /** The token under which a record with this canonical value is found. */
  public long locator(Locator kind, PersonalText canonical) {
    return ByteBuffer.wrap(hmac("locator " + kind, canonical.reveal(Reveal.INDEX))).getLong();
  }

  /**
   * The key of a record: its policy number, or the vehicle and the expiry where there is none, or
   * all that it says. The same policy deposited again has the same key.
   */
  public UUID record(Content content) {
    PersonalText number = content.canonical(FieldClass.POLICY_NUMBER);
    if (!number.isEmpty()) {
      return uuid(hmac("record policy", number.reveal(Reveal.INDEX)));
    }
    PersonalText vehicle =
        content.canonical(
            content.canonical(FieldClass.VIN).isEmpty() ? FieldClass.PLATE : FieldClass.VIN);
    if (!vehicle.isEmpty()) {
      String expiry = content.canonical(FieldClass.EXPIRY).reveal(Reveal.INDEX);
      return uuid(hmac("record vehicle", vehicle.reveal(Reveal.INDEX) + "\n" + expiry));
    }
    return version(content);
  }

  /**
   * The key of the person: a sound identity number, or else name and phone, or else the record
   * alone.
   */
  public UUID person(Content content) {
    PersonalText identity = content.canonical(FieldClass.IDENTITY_NUMBER);
    if (!identity.isEmpty() && !content.suspicions().containsKey(FieldClass.IDENTITY_NUMBER)) {
      return uuid(hmac("person identity", identity.reveal(Reveal.INDEX)));
    }
    PersonalText name = content.canonical(FieldClass.NAME);
    PersonalText phone = content.canonical(FieldClass.MOBILE);
    if (!name.isEmpty() && !phone.isEmpty()) {
      return uuid(
          hmac("person name", name.reveal(Reveal.INDEX) + "\n" + phone.reveal(Reveal.INDEX)));
    }
    return uuid(hmac("person record", record(content).toString()));
  }

  /**
   * All keys under which a person and a policy may be in custody: by identity number, by name and
   * phone, and the record's own.
   */
  Set<UUID> names(Content content) {
    Set<UUID> names = new HashSet<>();
    names.add(record(content));
    names.add(person(content));
    Content.Builder unnumbered = new Content.Builder();
    for (FieldClass field : List.of(FieldClass.NAME, FieldClass.MOBILE, FieldClass.POLICY_NUMBER)) {
      PersonalText canonical = content.canonical(field);
      unnumbered.put(field, canonical, canonical, "");
    }
    names.add(person(unnumbered.build()));
    return names;
  }

  /** The key of what a record says: equal exactly when every field is equal as deposited. */
  public UUID version(Content content) {
    return uuid(hmac("version", new String(content.bytes(), StandardCharsets.ISO_8859_1)));
  }

  /**
   * The token of what one record says of one field. Another record, or another field, has another
   * token for the same value, so that nobody can join people by them.
   */
  public UUID value(UUID record, FieldClass field, PersonalText canonical) {
    return uuid(hmac("value " + record + " " + field, canonical.reveal(Reveal.INDEX)));
  }

  /** The key under which the number of a claim, a call or the like is kept and recorded. */
  public UUID reference(PersonalText canonical) {
    return uuid(hmac("reference", canonical.reveal(Reveal.INDEX)));
  }

  private byte[] hmac(String kind, String text) {
    mac.update(kind.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) '\n');
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
