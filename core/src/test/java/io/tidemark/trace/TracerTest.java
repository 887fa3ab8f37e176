package io.tidemark.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Contents;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From leaked rows to a verdict, among 60 parties that hold the same people. */
final class TracerTest {
  private static final int PEOPLE = 300;
  private static final int PARTIES = 60;
  private static final Leaks WORLD = world();

  private static Leaks world() {
    Leaks world = new Leaks();
    for (int i = 0; i < PEOPLE; i++) {
      world.deposit(Contents.policy(i));
    }
    for (int party = 1; party <= PARTIES; party++) {
      world.disclose(party(party), 1, PEOPLE, party <= 10 ? 5 : 0);
    }
    return world;
  }

  private static String party(int number) {
    return "ag-" + number;
  }

  private static List<LeakedRow> leak(String party, int from, int count) {
    return IntStream.range(from, from + count).mapToObj(r -> WORLD.from(party, r)).toList();
  }

  private static List<String> parties(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::party).toList();
  }

  @Test
  void twelveRowsNameTheirPartyAndNobodyElse() {
    for (int party = 1; party <= PARTIES; party += 7) {
      Attribution answer = WORLD.attribute(leak(party(party), 3 * party, 14));
      assertThat(answer.verdict()).isEqualTo(Verdict.NAMED);
      assertThat(parties(answer.accused())).containsExactly(party(party));
      assertThat(answer.candidates()).hasSize(PARTIES);
      assertThat(answer.accused().get(0).bound()).isLessThanOrEqualTo(answer.threshold());
      assertThat(answer.accused().get(0).disclosure()).contains(WORLD.id(party));
      assertThat(answer.needed()).isEmpty();
    }
  }

  @Test
  void theOriginalTextAccusesNobody() {
    List<LeakedRow> rows = IntStream.rangeClosed(1, PEOPLE).mapToObj(WORLD::original).toList();
    Attribution answer = WORLD.attribute(rows);
    assertThat(answer.verdict()).isNotEqualTo(Verdict.NAMED);
    assertThat(answer.candidates()).allMatch(candidate -> candidate.bound() > 1e-3);
  }

  @Test
  void identicalSetsWithoutMarksCannotBeSeparatedAndAllAreListed() {
    List<LeakedRow> rows =
        IntStream.rangeClosed(1, 40)
            .mapToObj(r -> Leaks.only(WORLD.original(r), FieldClass.NAME, FieldClass.MOBILE))
            .toList();
    Attribution answer = WORLD.attribute(rows);
    assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_SEPARATE);
    assertThat(answer.accused()).isEmpty();
    assertThat(parties(answer.candidates()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, PARTIES).mapToObj(TracerTest::party).toList());
    Attribution.Needed needed = answer.needed().orElseThrow();
    assertThat(needed.rows()).isEmpty();
    assertThat(needed.words().en()).contains("no spelling");
    assertThat(answer.telling()).isZero();
  }

  @Test
  void aFewRowsSayHowManyMoreWouldDecide() {
    Attribution answer = WORLD.attribute(leak("ag-5", 20, 3));
    assertThat(answer.verdict()).isNotEqualTo(Verdict.NAMED);
    long more = answer.needed().orElseThrow().rows().orElseThrow();
    assertThat(more).isBetween(1L, 20L);
    assertThat(WORLD.attribute(leak("ag-5", 20, 3 + 2 * (int) more)).verdict())
        .isEqualTo(Verdict.NAMED);
  }

  @Test
  void foreignRowsAreCountedAndDoNotHideTheSource() {
    List<LeakedRow> rows = new ArrayList<>(leak("ag-9", 100, 16));
    IntStream.range(0, 24).mapToObj(Leaks::foreign).forEach(rows::add);
    Reading reading = WORLD.read(rows);
    assertThat(reading.read()).isEqualTo(40);
    assertThat(reading.rows()).hasSize(16);
    assertThat(reading.foreign()).isEqualTo(24);
    Attribution answer = WORLD.attribute(rows);
    assertThat(parties(answer.accused())).containsExactly("ag-9");
  }

  @Test
  void foreignRowsAloneNameNobody() {
    Attribution answer = WORLD.attribute(IntStream.range(0, 9).mapToObj(Leaks::foreign).toList());
    assertThat(answer.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(answer.candidates()).isEmpty();
    assertThat(answer.outside()).isEqualTo(1, within(1e-9));
    assertThat(answer.needed().orElseThrow().words().en()).contains("nobody");
  }

  @Test
  void aHoneyCustomerNamesItsDisclosure() {
    List<LeakedRow> rows =
        IntStream.rangeClosed(1, 30)
            .mapToObj(r -> Leaks.only(WORLD.original(r), FieldClass.NAME, FieldClass.MOBILE))
            .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    // a number and a common name alone stay below the bound now and then, for keys are random
    rows.add(Leaks.only(WORLD.honey(4, 2), FieldClass.NAME, FieldClass.MOBILE, FieldClass.VIN));
    Attribution answer = WORLD.attribute(rows);
    assertThat(answer.verdict()).isEqualTo(Verdict.NAMED);
    assertThat(parties(answer.accused())).containsExactly("ag-4");
    assertThat(answer.accused().get(0).disclosure()).contains(WORLD.id(4));
    assertThat(answer.accused().get(0).honeyRows()).isEqualTo(1);
    assertThat(answer.accused().get(0).honey()).isEqualTo(6);
    assertThat(answer.accused().get(0).honeyAmong()).isZero();
    assertThat(answer.counted()).isEqualTo(PARTIES + 1);
    assertThat(WORLD.read(rows).foreign()).isZero();
  }

  @Test
  void aPlateAloneNamesNobodyBecauseAStrangerMayHaveIt() {
    Attribution answer = WORLD.attribute(List.of(Leaks.only(WORLD.honey(4, 2), FieldClass.PLATE)));
    assertThat(answer.verdict()).isNotEqualTo(Verdict.NAMED);
    Candidate candidate = answer.candidates().get(0);
    assertThat(candidate.party()).isEqualTo("ag-4");
    double byChance = 60 * 1e-5; // 60 customers are drawn for all parties together
    assertThat(candidate.bound()).isBetween(byChance, 2 * byChance);
  }

  @Test
  void oneHoneyRowAloneNamesItsDisclosureByPlateAndNameOrByPhone() {
    for (int disclosure = 1; disclosure <= 10; disclosure++) {
      for (int customer = 0; customer < 5; customer++) {
        LeakedRow row = WORLD.honey(disclosure, customer);
        Attribution phone = WORLD.attribute(List.of(Leaks.only(row, FieldClass.MOBILE)));
        assertThat(parties(phone.accused())).containsExactly(party(disclosure));
        Attribution both =
            WORLD.attribute(List.of(Leaks.only(row, FieldClass.NAME, FieldClass.PLATE)));
        assertThat(parties(both.accused())).containsExactly(party(disclosure));
        assertThat(both.accused().get(0).disclosure()).contains(WORLD.id(disclosure));
      }
    }
  }

  @Test
  void whoHoldsNobodyIsCountedWithAllOthersWhomAHoneyCustomerAloneCouldName() {
    LeakedRow row = Leaks.only(WORLD.honey(3, 1), FieldClass.MOBILE);
    Attribution answer = WORLD.attribute(List.of(row));
    assertThat(answer.candidates()).hasSize(1);
    assertThat(answer.counted()).isEqualTo(1);
    assertThat(answer.candidates().get(0).honeyAmong()).isEqualTo(6 * 10);
    double log = answer.candidates().get(0).logHoney();
    assertThat(Math.exp(log)).isBetween(1e8 / 60 / 2, 1e8 / 60);
  }

  @Test
  void aRowWithTheNumberOfSomebodyInCustodyIsAboutThatPerson() {
    Map<FieldClass, PersonalText> mixed = new EnumMap<>(WORLD.original(9).canonical());
    mixed.put(FieldClass.PLATE, text(WORLD.honey(2, 0), FieldClass.PLATE));
    mixed.remove(FieldClass.EXPIRY);
    Reading reading = WORLD.read(List.of(new LeakedRow(1, mixed, mixed, PersonalText.of(""))));
    assertThat(reading.honey()).isEmpty();
    assertThat(reading.rows()).hasSize(1);
  }

  private static PersonalText text(LeakedRow row, FieldClass field) {
    return row.canonical().getOrDefault(field, PersonalText.of(""));
  }

  @Test
  void aNamesakeIsNotTakenForAPersonInCustody() {
    LeakedRow nameOnly = Leaks.only(WORLD.original(7), FieldClass.NAME);
    assertThat(WORLD.read(List.of(nameOnly)).rows()).isEmpty();
    LeakedRow withAddress =
        Leaks.only(WORLD.from("ag-3", 7), FieldClass.NAME, FieldClass.ADDRESS, FieldClass.EXPIRY);
    Reading reading = WORLD.read(List.of(withAddress));
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.rows().get(0).records().toArray()).containsExactly(7);
  }

  @Test
  void modelsWithoutAnySpaceMayHaveBeenCleaned() {
    for (int record = 1; record < 60; record++) {
      LeakedRow row = Leaks.only(WORLD.from("ag-2", record), FieldClass.MOBILE, FieldClass.MODEL);
      Reading reading = WORLD.read(List.of(row));
      int mask = reading.rows().get(0).cells().get(0).shown().mask();
      String model =
          row.raw().values().stream()
              .map(text -> text.reveal(io.tidemark.terms.Reveal.TRACE))
              .filter(text -> text.contains("款"))
              .findFirst()
              .orElseThrow();
      boolean certain = !model.codePoints().allMatch(Character::isLetterOrDigit);
      assertThat(Integer.bitCount(mask)).as(model).isEqualTo(certain ? 1 : 2);
    }
  }

  @Test
  void theBoundIsSpentOverTheAttempts() {
    double spent = 0;
    for (int attempt = 1; attempt <= 10_000; attempt++) {
      spent += Bound.atAttempt(1e-6, attempt);
    }
    assertThat(spent).isLessThan(1e-6).isGreaterThan(0.999e-6);
    assertThat(Bound.of(1_000, Math.log(1e9))).isEqualTo(1e-6, within(1e-15));
    assertThat(Bound.of(10, -50)).isEqualTo(1);
  }

  /** Two parties with the same 60 of 400 people: one was not given the phone, one came later. */
  private static Leaks pair() {
    Leaks world = new Leaks();
    for (int i = 0; i < 400; i++) {
      world.deposit(Contents.policy(i));
    }
    Set<FieldClass> withoutPhone = EnumSet.copyOf(Leaks.COLUMNS);
    withoutPhone.remove(FieldClass.MOBILE);
    world.disclose("without-phone", 1, 60, 0, withoutPhone);
    world.disclose("other", 200, 260, 0);
    world.disclose("late", 1, 60, 0);
    return world;
  }

  private static List<LeakedRow> shown(Leaks world, FieldClass... fields) {
    return IntStream.rangeClosed(11, 30)
        .mapToObj(r -> Leaks.only(world.original(r), fields))
        .toList();
  }

  @Test
  void aColumnThatAPartyNeverReceivedSpeaksAgainstIt() {
    Leaks world = pair();
    Attribution phone = world.attribute(shown(world, FieldClass.NAME, FieldClass.MOBILE));
    assertThat(phone.verdict()).isEqualTo(Verdict.PROBABLE);
    assertThat(parties(phone.accused())).containsExactly("late");
    Candidate without = phone.candidates().get(1);
    assertThat(without.party()).isEqualTo("without-phone");
    assertThat(without.lacking()).containsExactly(FieldClass.MOBILE);
    assertThat(without.bound()).isEqualTo(phone.candidates().get(0).bound());

    Attribution plate = world.attribute(shown(world, FieldClass.NAME, FieldClass.PLATE));
    assertThat(plate.verdict()).isEqualTo(Verdict.CANNOT_SEPARATE);
    assertThat(plate.candidates()).allMatch(candidate -> candidate.lacking().isEmpty());
  }

  @Test
  void whoReceivedThemAfterTheMaterialWasSeenIsOutForThePosteriorOnly() {
    Leaks world = pair();
    List<LeakedRow> rows = shown(world, FieldClass.NAME, FieldClass.PLATE);
    Attribution now = world.attribute(rows);
    assertThat(now.verdict()).isEqualTo(Verdict.CANNOT_SEPARATE);
    Attribution before = world.attribute(rows, 3);
    assertThat(before.verdict()).isEqualTo(Verdict.PROBABLE);
    assertThat(parties(before.accused())).containsExactly("without-phone");
    Candidate late = before.candidates().get(1);
    assertThat(late.party()).isEqualTo("late");
    assertThat(late.posterior()).isZero();
    assertThat(late.late()).isEqualTo(1);
    assertThat(late.bound()).isEqualTo(before.candidates().get(0).bound());
    assertThat(world.attribute(rows, 1).accused()).isEmpty();
  }
}
