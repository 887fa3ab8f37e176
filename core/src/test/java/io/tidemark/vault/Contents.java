package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Invented policies and a ring of keys. */
public final class Contents {
  private static final List<String> STREETS = List.of("天府大道", "人民南路", "建设路", "科华北路", "光华大道");
  private static final List<String> SERIES = List.of("大众朗逸", "别克GL8", "本田CR-V", "比亚迪宋PLUS DM-i");

  private Contents() {}

  /** A content with these texts, as deposited and canonical. */
  public static Content of(Map<FieldClass, String> texts) {
    Content.Builder content = new Content.Builder();
    texts.forEach(
        (field, text) -> content.put(field, PersonalText.of(text), PersonalText.of(text), ""));
    return content.build();
  }

  /** The policy with this number. */
  public static Content policy(int number) {
    SplittableRandom random = new SplittableRandom(number);
    String digits = String.format("%06d", number);
    return of(
        Map.of(
            FieldClass.NAME, "王" + (char) ('一' + number % 500),
            FieldClass.MOBILE, "13800" + digits,
            FieldClass.PLATE, "川A" + String.format("%05d", number),
            FieldClass.VIN, "LSVAB2BR0KN" + digits,
            FieldClass.IDENTITY_NUMBER, "51010419900307" + digits.substring(3) + "X",
            FieldClass.POLICY_NUMBER, "PDAA2026510100" + digits,
            FieldClass.MODEL,
                SERIES.get(random.nextInt(4)) + " 20" + (10 + random.nextInt(15)) + "款 舒适型",
            FieldClass.ADDRESS,
                "四川省成都市高新区"
                    + STREETS.get(random.nextInt(5))
                    + number
                    + "号院"
                    + (1 + random.nextInt(40))
                    + "栋1单元"
                    + (101 + random.nextInt(900))
                    + "室",
            FieldClass.EXPIRY, "2026-12-" + (10 + number % 17),
            FieldClass.PREMIUM, "3200.50"));
  }

  /** Fresh keys. */
  public static KeyRing keys() {
    return keys(Suite.INTERNATIONAL);
  }

  /** Fresh keys of a suite. */
  public static KeyRing keys(Suite suite) {
    MasterKey master = MasterKey.parse(suite, MasterKey.draw());
    try {
      return KeyRing.open(suite, master, KeyRing.draw(suite, master));
    } catch (WrongKey e) {
      throw new AssertionError(e);
    }
  }
}
