package io.tidemark.disclose.honey;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * One customer being invented: the home of one real row, the vehicle of a second and the cover of a
 * third, none of them whole. Not thread-safe.
 */
final class Invention {
  private static final Pattern IDENTITY = Pattern.compile("[0-9]{17}[0-9X]");
  private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
  private static final Pattern PREMIUM = Pattern.compile("[0-9]{3,6}\\.[0-9]{2}");
  private static final String VIN_LETTERS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VIN_VALUES = "012345678912345678123457923456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int DESCRIPTOR = 8;
  private static final int ENGINE_SERIAL = 6;
  private static final int ELDEST = 1940;
  private static final int YOUNGEST = 2005;
  private static final int TRIES = 8;

  private final HoneyKey key;
  private final int draw;
  private final Content home;
  private final Content vehicle;
  private final Content cover;
  private final Neighbours neighbours;
  private final int birthYear;
  private final Content.Builder customer = new Content.Builder();

  Invention(HoneyKey key, int draw, Content home, Neighbours neighbours) {
    this.key = key;
    this.draw = draw;
    this.home = home;
    this.neighbours = neighbours;
    this.vehicle = neighbours.one(key, draw, "vehicle");
    Content covered = neighbours.one(key, draw, "cover");
    boolean inOrder =
        text(vehicle, FieldClass.FIRST_REGISTRATION).compareTo(text(covered, FieldClass.INCEPTION))
            <= 0;
    this.cover = inOrder ? covered : vehicle;
    this.birthYear = birthYear();
  }

  Content content() {
    for (FieldClass field : FieldClass.values()) {
      Content from = from(field);
      if (!from.canonical(field).isEmpty()) {
        String real = text(from, field);
        String invented = invented(field, real);
        String written = from.original(field).reveal(Reveal.PREPARE);
        String shown = invented.equals(real) ? written : Writing.like(written, real, invented);
        customer.put(
            field,
            invented.isEmpty() ? PersonalText.of("") : PersonalText.of(shown),
            PersonalText.of(invented),
            "");
      }
    }
    return customer.build();
  }

  private Content from(FieldClass field) {
    return switch (field) {
      case PLATE, VIN, ENGINE_NUMBER, MODEL, FIRST_REGISTRATION -> vehicle;
      case POLICY_NUMBER, INSURANCE_KIND, INCEPTION, EXPIRY, PREMIUM -> cover;
      case REMARK -> neighbours.one(key, draw, "remark");
      default -> home;
    };
  }

  /** Nothing where a number has an unknown shape: no invented customer has a real one's. */
  private String invented(FieldClass field, String real) {
    return switch (field) {
      case NAME -> InventedName.of(key, draw, birthYear);
      case MOBILE -> HoneyParts.mobile(key, draw);
      case IDENTITY_NUMBER -> identity(real);
      case PLATE -> plate(real);
      case VIN -> VIN.matcher(real).matches() ? vin(real) : "";
      case ENGINE_NUMBER -> engine(real);
      case POLICY_NUMBER -> policy(real);
      case PREMIUM -> premium(real);
      case ADDRESS -> new InventedDoor(key, draw, neighbours).at(real);
      case REMARK -> remark(real);
      default -> real;
    };
  }

  /** About as old as the neighbour, and of age. */
  private int birthYear() {
    String real = text(home, FieldClass.IDENTITY_NUMBER);
    if (!IDENTITY.matcher(real).matches()) {
      return 1965 + key.number(draw, "year", 36);
    }
    int neighbour = Integer.parseInt(real.substring(6, 10));
    int year = neighbour + key.number(draw, "years apart", 9) - 4;
    return year < ELDEST || year > YOUNGEST ? neighbour : year;
  }

  /** The neighbour's county and a right check digit (GB 11643, ISO 7064 MOD 11-2). */
  private String identity(String real) {
    if (!IDENTITY.matcher(real).matches()) {
      return "";
    }
    String body =
        real.substring(0, 6)
            + birthYear
            + HoneyParts.birthday(key, draw)
            + HoneyParts.serial(key, draw);
    int sum = 0;
    for (int n = 0; n < 17; n++) {
      sum += (body.charAt(n) - '0') * ((1 << (17 - n)) % 11);
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  /** The office of the home, the kind of the vehicle, a serial of its own. */
  private String plate(String real) {
    String office = text(home, FieldClass.PLATE);
    if (real.length() < 7 || real.length() > 8 || office.length() < 7) {
      return "";
    }
    return HoneyParts.plateLike(key, draw, office.substring(0, 2) + real.substring(2));
  }

  /**
   * The maker, and the vehicle's descriptor as far as the list shares such; the year and the plant;
   * another serial and a right check digit (GB 16735).
   */
  private String vin(String real) {
    int kept = Math.max(3, head(FieldClass.VIN, real));
    String descriptor = redrawn("descriptor", real.substring(0, DESCRIPTOR), kept, DESCRIPTOR);
    String body = descriptor + "0" + real.substring(9, 11) + HoneyParts.vinSerial(key, draw);
    int sum = 0;
    for (int n = 0; n < 17; n++) {
      int value = VIN_VALUES.charAt(VIN_LETTERS.indexOf(body.charAt(n))) - '0';
      sum += value * VIN_WEIGHTS[n];
    }
    return descriptor + "0123456789X".charAt(sum % 11) + body.substring(DESCRIPTOR + 1);
  }

  private String policy(String real) {
    int serial = real.length() - HoneyParts.POLICY_DIGITS;
    if (serial < HoneyParts.POLICY_DIGITS || !real.substring(serial).matches("[0-9]+")) {
      return "";
    }
    int kept = head(FieldClass.POLICY_NUMBER, real);
    return redrawn("branch", real.substring(0, serial), kept, serial)
        + HoneyParts.policySerial(key, draw);
  }

  private String engine(String real) {
    int kept = Math.min(head(FieldClass.ENGINE_NUMBER, real), real.length() - ENGINE_SERIAL);
    return real.length() < ENGINE_SERIAL ? "" : redrawn("engine", real, kept, real.length());
  }

  /** How much of a number belongs to a series that the list shows more than once. */
  private int head(FieldClass field, String real) {
    return neighbours.sharedHead(field, real);
  }

  /** From {@code kept} on each digit another digit, each letter another letter. */
  private String redrawn(String name, String real, int kept, int end) {
    StringBuilder text = new StringBuilder(real);
    for (int at = Math.min(kept, end); at < end; at++) {
      char c = real.charAt(at);
      if (HoneyParts.digit(c)) {
        text.setCharAt(at, (char) ('0' + key.number(draw, name + " " + at, 10)));
      } else if (c >= 'A' && c <= 'Z') {
        String letters = c <= 'K' ? "ABCDEFGHJK" : "LMNPRSTUVWXYZ";
        int place = key.number(draw, name + " letter " + at, letters.length());
        text.setCharAt(at, letters.charAt(place));
      }
    }
    return text.toString();
  }

  /** A tariff that others pay too stays; otherwise an amount of the same order. */
  private String premium(String real) {
    if (!PREMIUM.matcher(real).matches() || neighbours.count(FieldClass.PREMIUM, real) > 1) {
      return real;
    }
    BigDecimal change = BigDecimal.valueOf(950 + key.number(draw, "premium", 101), 3);
    BigDecimal amount = new BigDecimal(real).multiply(change).setScale(0, RoundingMode.DOWN);
    String cents = real.endsWith("00") ? "00" : key.digits(draw, "cents", 2);
    return amount.toPlainString() + "." + cents;
  }

  /** A stock phrase of the list, as often as its rows have a remark; never one person's own. */
  private String remark(String real) {
    String remark = real;
    for (int n = 0; n < TRIES && !remark.isEmpty(); n++) {
      if (neighbours.stock(remark)) {
        return remark;
      }
      remark = text(neighbours.one(key, draw, "remark " + n), FieldClass.REMARK);
    }
    return "";
  }

  private static String text(Content row, FieldClass field) {
    return Neighbours.text(row, field);
  }
}
