package io.tidemark.disclose.honey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.classify.Labels;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Contents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Invented people look like their neighbours, belong to one disclosure, and are nobody. */
final class HoneyCustomersTest {
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 24));
  private static final String VIN_LETTERS = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";

  private static HoneyKey key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    key[1] = (byte) (number >> 8);
    return new HoneyKey(key);
  }

  private static List<Content> all(int disclosure, int customers, int rows) {
    HoneyCustomers honey = new HoneyCustomers(key(disclosure), customers, rows);
    List<Content> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      all.addAll(honey.after(row, Contents.policy(row)));
    }
    return all;
  }

  private static String text(Content content, FieldClass field) {
    return content.canonical(field).reveal(Reveal.TRACE);
  }

  @Test
  void asManyAsAskedForStandAmongTheRows() {
    for (int rows : new int[] {1, 2, 37, 400}) {
      assertThat(all(1, 25, rows)).hasSize(25);
      assertThat(new HoneyCustomers(key(1), 25, rows).after(rows, Contents.policy(1))).isEmpty();
    }
    assertThat(all(1, 0, 10)).isEmpty();
  }

  @Test
  void theSameDisclosureHasTheSameCustomers() {
    List<Content> once = all(9, 20, 50);
    List<Content> again = all(9, 20, 50);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).original()).isEqualTo(once.get(i).original());
    }
    assertThat(key(9).commitment()).isEqualTo(key(9).commitment());
    assertThat(key(9).commitment()).isNotEqualTo(key(10).commitment());
  }

  @Test
  void noTwoDisclosuresShareACustomerAndNoneHasARealPersonsNumber() {
    Set<String> mobiles = new HashSet<>();
    Set<String> vins = new HashSet<>();
    for (int disclosure = 0; disclosure < 100; disclosure++) {
      for (Content customer : all(disclosure, 5, 40)) {
        assertThat(mobiles.add(text(customer, FieldClass.MOBILE))).isTrue();
        vins.add(text(customer, FieldClass.VIN));
        assertThat(text(customer, FieldClass.MOBILE)).startsWith("154");
      }
    }
    assertThat(vins.size()).isGreaterThan(495);
  }

  @Test
  void everyNumberIsSoundAndEveryCheckDigitRight() {
    Map<FieldClass, String> electric = new EnumMap<>(FieldClass.class);
    electric.put(FieldClass.PLATE, "川AD12345");
    electric.put(FieldClass.VIN, "LGXC16DF4A0000001");
    for (int disclosure = 0; disclosure < 60; disclosure++) {
      List<Content> customers = new ArrayList<>(all(disclosure, 3, 10));
      customers.addAll(new HoneyCustomers(key(disclosure), 1, 1).after(0, Contents.of(electric)));
      for (Content customer : customers) {
        for (FieldClass field : customer.original().keySet()) {
          assertThat(LABELS.label(field, text(customer, field)).suspicion())
              .as("%s", field)
              .isEmpty();
        }
        assertThat(remainder(text(customer, FieldClass.VIN))).isZero();
      }
    }
  }

  /** GB 16735: the weighted sum less the check digit is a multiple of 11. */
  private static int remainder(String vin) {
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += weights[i] * (VIN_LETTERS.indexOf(vin.charAt(i)) % 10);
    }
    int check = vin.charAt(8) == 'X' ? 10 : vin.charAt(8) - '0';
    return Math.floorMod(sum - check, 11);
  }

  @Test
  void aNeighboursOddNumberOrRemarkIsNeverCopied() {
    Content odd =
        Contents.of(
            Map.of(
                FieldClass.PLATE, "川A1",
                FieldClass.VIN, "12345",
                FieldClass.IDENTITY_NUMBER, "护照E1234567",
                FieldClass.POLICY_NUMBER, "旧单77",
                FieldClass.REMARK, "车主电话13800001234"));
    Content customer = new HoneyCustomers(key(1), 1, 1).after(0, odd).get(0);
    assertThat(customer.original()).isEmpty();
  }
}
