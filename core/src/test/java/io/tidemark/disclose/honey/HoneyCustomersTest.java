package io.tidemark.disclose.honey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.classify.Labels;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Contents;
import io.tidemark.vault.Locator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Invented people look like their neighbours, belong to one disclosure, and are nobody. */
final class HoneyCustomersTest {
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 24));
  private static final String VIN_LETTERS = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
  private static final Unused ALL_FREE = customer -> Set.of();

  private static HoneyKey key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    key[1] = (byte) (number >> 8);
    return new HoneyKey(key);
  }

  private static List<HoneyCustomer> all(int disclosure, int customers, int rows, Unused unused) {
    HoneyCustomers honey = new HoneyCustomers(key(disclosure), customers, rows, unused);
    List<HoneyCustomer> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      all.addAll(honey.after(row, Contents.policy(row)));
    }
    return all;
  }

  private static List<Content> all(int disclosure, int customers, int rows) {
    return all(disclosure, customers, rows, ALL_FREE).stream().map(HoneyCustomer::content).toList();
  }

  private static Content alone(int disclosure, Content neighbour) {
    return new HoneyCustomers(key(disclosure), 1, 1, ALL_FREE).after(0, neighbour).get(0).content();
  }

  private static String text(Content content, FieldClass field) {
    return content.canonical(field).reveal(Reveal.TRACE);
  }

  @Test
  void asManyAsAskedForStandAmongTheRows() {
    for (int rows : new int[] {1, 2, 37, 400}) {
      assertThat(all(1, 25, rows)).hasSize(25);
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
  void everyNumberOfACustomerSpeaksForItsKeyAndDrawAndForNoOther() {
    for (int disclosure = 0; disclosure < 40; disclosure++) {
      for (HoneyCustomer customer : all(disclosure, 5, 40, ALL_FREE)) {
        Map<FieldClass, PersonalText> row = customer.content().canonical();
        double whole = HoneyParts.factor(key(disclosure), customer.draw(), row);
        assertThat(whole).isGreaterThan(1e24);
        assertThat(HoneyParts.factor(key(disclosure + 1000), customer.draw(), row)).isLessThan(1e6);
        for (Locator kind : Unused.numbers(customer)) {
          Map<FieldClass, PersonalText> one =
              Map.of(kind.field(), customer.content().canonical(kind.field()));
          assertThat(HoneyParts.factor(key(disclosure), customer.draw(), one))
              .as("%s", kind)
              .isGreaterThan(9e4);
        }
      }
    }
  }

  @Test
  void oneCorruptedNumberOnlyCostsItsOwnPart() {
    HoneyCustomer customer = all(3, 1, 40, ALL_FREE).get(0);
    Map<FieldClass, PersonalText> row = new EnumMap<>(customer.content().canonical());
    double whole = HoneyParts.factor(key(3), customer.draw(), row);
    String mobile = text(customer.content(), FieldClass.MOBILE);
    char last = mobile.charAt(10) == '7' ? '8' : '7';
    row.put(FieldClass.MOBILE, PersonalText.of(mobile.substring(0, 10) + last));
    assertThat(whole / HoneyParts.factor(key(3), customer.draw(), row)).isEqualTo(1e8, within(2.0));
  }

  /** The stated chance of a part is how often keys draw it, or more. */
  @Test
  void aPartAgreesWithAStrangerAsOftenAsItsChanceSays() {
    HoneyKey key = key(77);
    int draws = 200_000;
    Map<FieldClass, List<String>> strangers =
        Map.of(
            FieldClass.NAME, List.of("王先生", "李女士", "杨师傅", "王伟", "李芳"),
            FieldClass.PLATE, List.of("川A120KM9"));
    for (String name : strangers.getOrDefault(FieldClass.NAME, List.of())) {
      Part part = HoneyParts.part(key, 0, FieldClass.NAME, name).orElseThrow();
      int agree = 0;
      for (int draw = 0; draw < draws; draw++) {
        agree += HoneyParts.part(key, draw, FieldClass.NAME, name).orElseThrow().agrees() ? 1 : 0;
      }
      double deviation = Math.sqrt(part.chance() / draws);
      assertThat((double) agree / draws).as(name).isLessThan(part.chance() + 4 * deviation);
      assertThat((double) agree / draws).as(name).isGreaterThan(part.chance() / 3);
    }
    assertThat(HoneyParts.part(key, 0, FieldClass.PLATE, "川A12345").orElseThrow().chance())
        .isEqualTo(1e-5, within(1e-15));
    assertThat(HoneyParts.part(key, 0, FieldClass.PLATE, "川AD1234K").orElseThrow().chance())
        .isEqualTo(1e-4 / 24, within(1e-15));
    assertThat(HoneyParts.part(key, 0, FieldClass.PLATE, "川A1")).isEmpty();
    assertThat(HoneyParts.part(key, 0, FieldClass.MOBILE, "154****1234")).isEmpty();
  }

  @Test
  void noTwoDisclosuresShareACustomerAndNoneHasARealPersonsNumber() {
    Set<String> mobiles = new HashSet<>();
    Set<String> whole = new HashSet<>();
    for (int disclosure = 0; disclosure < 200; disclosure++) {
      for (Content customer : all(disclosure, 5, 40)) {
        assertThat(mobiles.add(text(customer, FieldClass.MOBILE))).isTrue();
        assertThat(whole.add(text(customer, FieldClass.VIN) + text(customer, FieldClass.PLATE)))
            .isTrue();
        assertThat(text(customer, FieldClass.MOBILE)).startsWith("154");
      }
    }
  }

  @Test
  void whoHasATakenNumberGivesWayToASpareOneWhileThereIsOne() {
    Unused firstTaken = c -> c.draw() == 3 || c.draw() == 5 ? EnumSet.of(Locator.PLATE) : Set.of();
    List<HoneyCustomer> spares = all(5, 8, 30, firstTaken);
    assertThat(spares.stream().map(HoneyCustomer::draw).toList())
        .containsExactlyInAnyOrder(0, 1, 2, 4, 6, 7, 8, 9);
    List<HoneyCustomer> bare = all(5, 8, 30, customer -> EnumSet.of(Locator.VIN));
    assertThat(bare)
        .hasSize(8)
        .allMatch(customer -> customer.content().original(FieldClass.VIN).isEmpty())
        .noneMatch(customer -> customer.content().original(FieldClass.PLATE).isEmpty());
  }

  /** What is in custody changes after the release; the copy can be made again all the same. */
  @Test
  void theCopyIsMadeAgainFromWhatWasRecorded() {
    Unused then =
        c ->
            c.draw() % 3 == 0
                ? EnumSet.of(Locator.PLATE)
                : c.draw() == 11 ? EnumSet.of(Locator.VIN, Locator.MOBILE) : Set.of();
    List<HoneyCustomer> released = all(6, 10, 30, then);
    Map<Integer, Set<Locator>> recorded = new HashMap<>();
    released.forEach(customer -> recorded.put(customer.draw(), Unused.numbers(customer)));
    List<HoneyCustomer> again = all(6, 10, 30, Unused.asRecorded(recorded));
    assertThat(again.stream().map(c -> c.draw() + "" + c.content().original()).toList())
        .isEqualTo(released.stream().map(c -> c.draw() + "" + c.content().original()).toList());
  }

  @Test
  void everyNumberIsSoundAndEveryCheckDigitRight() {
    Map<FieldClass, String> electric = new EnumMap<>(FieldClass.class);
    electric.put(FieldClass.PLATE, "川AD12345");
    electric.put(FieldClass.VIN, "LGXC16DF4A0000001");
    for (int disclosure = 0; disclosure < 60; disclosure++) {
      List<Content> customers = new ArrayList<>(all(disclosure, 3, 10));
      customers.add(alone(disclosure, Contents.of(electric)));
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
                FieldClass.ENGINE_NUMBER, "AB12",
                FieldClass.REMARK, "车主电话13800001234"));
    assertThat(alone(1, odd).original()).isEmpty();
  }

  @Test
  void aRemarkStandsOnlyWhereTwoPeopleHaveIt() {
    HoneyCustomers honey = new HoneyCustomers(key(4), 300, 40, ALL_FREE);
    Set<String> remarks = new HashSet<>();
    for (int row = 0; row < 40; row++) {
      Map<FieldClass, String> texts = new EnumMap<>(FieldClass.class);
      texts.put(FieldClass.NAME, "王" + (char) ('一' + row));
      texts.put(FieldClass.REMARK, row % 3 == 0 ? "老客户，优先" : "孩子在" + (char) ('一' + row) + "小上学");
      honey
          .after(row, Contents.of(texts))
          .forEach(c -> remarks.add(text(c.content(), FieldClass.REMARK)));
    }
    assertThat(remarks).containsExactlyInAnyOrder("", "老客户，优先");
  }

  @Test
  void numbersAreWrittenAsTheNeighbourWritesThem() {
    Content.Builder untidy = new Content.Builder();
    untidy.put(
        FieldClass.MOBILE, PersonalText.of("138 0000-1234"), PersonalText.of("13800001234"), "");
    untidy.put(FieldClass.PLATE, PersonalText.of("川A·１２3K5"), PersonalText.of("川A123K5"), "");
    untidy.put(
        FieldClass.VIN,
        PersonalText.of("lsvab2br0kn000001"),
        PersonalText.of("LSVAB2BR0KN000001"),
        "");
    Content customer = alone(2, untidy.build());
    assertThat(customer.original(FieldClass.MOBILE).reveal(Reveal.TRACE))
        .matches("154 [0-9]{4}-[0-9]{4}");
    assertThat(customer.original(FieldClass.PLATE).reveal(Reveal.TRACE))
        .matches("川A·[０-９]{2}[0-9][A-HJ-NP-Z][0-9]");
    assertThat(customer.original(FieldClass.VIN).reveal(Reveal.TRACE))
        .matches("lsvab2br[0-9x]kn[0-9]{6}");
  }
}
