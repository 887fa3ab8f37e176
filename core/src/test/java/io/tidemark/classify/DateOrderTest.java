package io.tidemark.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Dates that end with their year. */
final class DateOrderTest {
  @Test
  void oneDateBeyondTheTwelfthTellsTheOrderOfItsColumn() {
    assertThat(DateOrder.of(column("01/11/2026", "25/11/2026"))).contains(DateOrder.DAY_FIRST);
    assertThat(DateOrder.of(column("11/1/2026", "11/25/2026"))).contains(DateOrder.MONTH_FIRST);
  }

  @Test
  void withoutSuchADateTheOrderIsUnknown() {
    assertThat(DateOrder.of(column("01/11/2026", "02/12/2026", "3/3/2026"))).isEmpty();
    assertThat(DateOrder.of(column("2026-11-25", "无", "", "31/31/2026"))).isEmpty();
    assertThat(DateOrder.of(column())).isEmpty();
  }

  @Test
  void datesThatContradictEachOtherTellNothing() {
    assertThat(DateOrder.of(column("25/11/2026", "11/25/2026"))).isEmpty();
  }

  @Test
  void aDateIsWrittenAsIsoWithTheTimeBehindIt() {
    assertThat(iso(DateOrder.DAY_FIRST, "01/11/2026")).isEqualTo("2026-11-01");
    assertThat(iso(DateOrder.MONTH_FIRST, "01/11/2026")).isEqualTo("2026-01-11");
    assertThat(iso(DateOrder.DAY_FIRST, " ０１/11/2026  00:00:00")).isEqualTo("2026-11-01 00:00:00");
  }

  @Test
  void whatIsNoDateOfThisOrderStaysAsItWas() {
    for (String cell : List.of("11/25/2026", "2026/11/1", "长期", "", "1/11/26", "31/11/2026")) {
      assertThat(iso(DateOrder.DAY_FIRST, cell)).isEqualTo(cell);
    }
  }

  @Property
  void aDayIsReadInItsOrderOrNotAtAll(
      @ForAll @IntRange(min = 0, max = 60_000) int days, @ForAll DateOrder order) {
    LocalDate date = LocalDate.of(1950, 1, 1).plusDays(days);
    String written =
        order == DateOrder.DAY_FIRST
            ? date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear()
            : date.getMonthValue() + "/" + date.getDayOfMonth() + "/" + date.getYear();
    assertThat(iso(order, written)).isEqualTo(date.toString());
    Canonical alone = CalendarDate.read(written);
    assertThat(alone.isSound()).isEqualTo(alone.text().equals(date.toString()));
  }

  private static String iso(DateOrder order, String cell) {
    return order.iso(PersonalText.of(cell)).reveal(Reveal.CLASSIFY);
  }

  private static List<PersonalText> column(String... cells) {
    return Stream.of(cells).map(PersonalText::of).toList();
  }
}
