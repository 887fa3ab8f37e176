package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes values apart by the spelling catalogue. Stateless, thread-safe; never throws for any text.
 */
public final class Catalogue {
  private static final Map<Carrier, Slot.Rule> RULES = rules();
  private static final List<FieldClass> MARKED =
      Arrays.stream(Carrier.values()).map(Carrier::field).distinct().toList();

  /** An address keeps at least so much between its head and its end. */
  private static final int LEAST_ADDRESS = 2;

  /** What must stand before a model's first carrier: a shorter series could be read elsewhere. */
  private static final int LEAST_SERIES = 2;

  private Catalogue() {}

  private static Map<Carrier, Slot.Rule> rules() {
    Map<Carrier, Slot.Rule> rules = new EnumMap<>(Carrier.class);
    rules.put(Carrier.PROVINCE, text -> Region.find(Carrier.PROVINCE, text));
    rules.put(Carrier.MUNICIPALITY, text -> Region.find(Carrier.MUNICIPALITY, text));
    rules.put(Carrier.UNIT, Unit::find);
    rules.put(Carrier.MODEL_YEAR, ModelYear::find);
    rules.put(Carrier.REMARK_STOP, Clauses::stop);
    rules.put(Carrier.REMARK_NUMBER, Clauses::number);
    for (Carrier carrier : Carrier.values()) {
      if (carrier.entry().wording()) {
        rules.put(carrier, new Wording(carrier));
      }
    }
    return rules;
  }

  /** The fields that have carriers. */
  public static List<FieldClass> marked() {
    return MARKED;
  }

  /** Whether a leaked text has nothing that cleaning takes away: it may have been cleaned. */
  public static boolean perhapsCleaned(PersonalText leaked) {
    String text = leaked.reveal(Reveal.TRACE);
    return text.codePoints().allMatch(Character::isLetterOrDigit);
  }

  /**
   * Takes a value apart by all rules of today: what is offered when a record is deposited. A value
   * without carriers comes back as it is, and so does one whose canonical text would be taken apart
   * in another way than itself.
   */
  public static Parsed parse(FieldClass field, PersonalText value) {
    Parsed parsed = parse(field, value, Carrier.of(field));
    boolean headed = field != FieldClass.MODEL || parsed.head() >= LEAST_SERIES;
    return headed && (parsed.content().equals(value) || settled(field, parsed))
        ? parsed
        : Parsed.plain(value);
  }

  private static boolean settled(FieldClass field, Parsed parsed) {
    Parsed again = parse(field, parsed.content(), Carrier.of(field));
    return again.carriers().equals(parsed.carriers()) && again.content().equals(parsed.content());
  }

  /**
   * Takes a value apart by those carriers only that its record was stored with, whatever the
   * catalogue has learnt since.
   */
  public static Parsed parse(FieldClass field, PersonalText value, List<Carrier> offered) {
    String text = value.reveal(Reveal.PREPARE).strip();
    List<Slot> slots = new ArrayList<>(offered.size());
    int taken = 0;
    for (Carrier carrier : offered) {
      Slot.Rule rule = RULES.get(carrier);
      Slot slot = rule == null || carrier.field() != field ? null : rule.find(text);
      if (slot != null && !overlaps(slot, slots)) {
        slots.add(slot);
        taken += slot.end() - slot.start();
      }
    }
    boolean nothingLeft = field == FieldClass.ADDRESS && text.length() - taken < LEAST_ADDRESS;
    return slots.isEmpty() || nothingLeft ? Parsed.plain(value) : new Parsed(text, slots);
  }

  private static boolean overlaps(Slot slot, List<Slot> others) {
    for (Slot other : others) {
      if (slot.overlaps(other)) {
        return true;
      }
    }
    return false;
  }
}
