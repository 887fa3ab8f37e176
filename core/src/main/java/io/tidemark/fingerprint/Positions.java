package io.tidemark.fingerprint;

import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.fingerprint.spelling.Parsed;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;

/**
 * Finds the offers of a record. A position is the HMAC of the home's suite under the position key
 * over the field, the content, and for all but an address the vehicle or policy that it belongs to:
 * equal addresses are one position, a model is a position of its vehicle. Not thread-safe.
 */
public final class Positions {
  private final Mac mac;

  /** Finds positions by this keyed HMAC of 32 bytes. */
  public Positions(Mac mac) {
    this.mac = mac;
  }

  /**
   * The offers of a record.
   *
   * @param original each field as it was deposited
   * @param canonical each field in its canonical form
   */
  public List<Offer> offers(
      Map<FieldClass, PersonalText> original, Map<FieldClass, PersonalText> canonical) {
    List<Offer> offers = new ArrayList<>(Catalogue.marked().size());
    for (FieldClass field : Catalogue.marked()) {
      PersonalText value = original.get(field);
      if (value != null && !value.isEmpty()) {
        Parsed parsed = Catalogue.parse(field, value);
        if (!parsed.carriers().isEmpty()) {
          offers.add(new Offer(position(field, parsed, canonical), parsed.carriers()));
        }
      }
    }
    return offers;
  }

  private Position position(
      FieldClass field, Parsed parsed, Map<FieldClass, PersonalText> canonical) {
    String owner =
        switch (field) {
          case MODEL ->
              first(canonical, FieldClass.VIN, FieldClass.PLATE, FieldClass.POLICY_NUMBER);
          case REMARK, AGENCY ->
              first(canonical, FieldClass.POLICY_NUMBER, FieldClass.VIN, FieldClass.PLATE);
          default -> "";
        };
    mac.update((field.name() + "\n" + owner + "\n").getBytes(StandardCharsets.UTF_8));
    return Position.of(
        mac.doFinal(parsed.content().reveal(Reveal.INDEX).getBytes(StandardCharsets.UTF_8)));
  }

  private static String first(Map<FieldClass, PersonalText> canonical, FieldClass... fields) {
    for (FieldClass field : fields) {
      PersonalText value = canonical.get(field);
      if (value != null && !value.isEmpty()) {
        return value.reveal(Reveal.INDEX);
      }
    }
    return "";
  }
}
