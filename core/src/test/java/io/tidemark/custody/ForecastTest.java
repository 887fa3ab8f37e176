package io.tidemark.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Entry;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.LeakCondition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What was foreseen is read from the entry, whole or not at all. */
final class ForecastTest {
  private static final Map<String, String> SAID = new LinkedHashMap<>();

  static {
    SAID.put("time", "2026-11-30T02:00:00.125Z");
    SAID.put("columns", "NAME MOBILE");
    SAID.put("forms", "NAME=PLAIN MOBILE=MASKED");
    SAID.put("as-of", "33");
    SAID.put("honey", "4");
    SAID.put("rows-to-name", "12 14 - -");
    SAID.put("recipients", "60");
    SAID.put("demanded", "10 20 - -");
    SAID.put("identical", "22");
    SAID.put("identical-to", "ag-0001 ag-0002");
    SAID.put("separated-by", "marks honey");
  }

  private static Entry entry(String kind, Map<String, String> lines) {
    Entry.Builder entry = Entry.of(kind);
    lines.forEach(entry::line);
    return entry.build();
  }

  private static Entry with(String key, String value) {
    Map<String, String> lines = new LinkedHashMap<>(SAID);
    lines.put(key, value);
    return entry("request", lines);
  }

  private static Entry without(String key) {
    Map<String, String> lines = new LinkedHashMap<>(SAID);
    lines.remove(key);
    return entry("request", lines);
  }

  @Test
  void allThatARequestSaysIsRead() {
    Forecast forecast = Forecast.in(entry("request", SAID)).orElseThrow();
    assertThat(forecast.planned()).isEqualTo(Instant.parse("2026-11-30T02:00:00.125Z"));
    assertThat(forecast.asOf()).isEqualTo(33);
    assertThat(forecast.forms())
        .containsExactly(
            Map.entry(FieldClass.NAME, Form.PLAIN), Map.entry(FieldClass.MOBILE, Form.MASKED));
    assertThat(forecast.rows().in(LeakCondition.CLEANED)).hasValue(14);
    assertThat(forecast.rows().in(LeakCondition.RETYPED)).isEmpty();
    assertThat(forecast.recipients()).hasValue(60);
    assertThat(forecast.demanded())
        .isEqualTo(Map.of(LeakCondition.AS_RELEASED, 10, LeakCondition.CLEANED, 20));
    assertThat(forecast.meetsDemand()).as("12 rows, 10 demanded").isFalse();
    assertThat(forecast.honey()).isEqualTo(4);
    assertThat(forecast.separatedBy()).containsExactly("marks", "honey");
    Twins twins = forecast.twins().orElseThrow();
    assertThat(twins.count()).isEqualTo(22);
    assertThat(twins.words(forecast.separatedBy()).en())
        .isEqualTo(
            "exactly the same people are held by ag-0001, ag-0002 and 20 more;"
                + " marks and honey customers tell the copies apart");
  }

  @Test
  void aDemandThatIsMetIsMet() {
    assertThat(Forecast.in(with("demanded", "12 14 - -")).orElseThrow().meetsDemand()).isTrue();
    assertThat(Forecast.in(with("demanded", "12 13 - -")).orElseThrow().meetsDemand()).isFalse();
    assertThat(Forecast.in(with("demanded", "- - 99 -")).orElseThrow().meetsDemand())
        .as("no number of rows is enough where some is demanded")
        .isFalse();
    assertThat(Forecast.in(with("demanded", "- - - -")).orElseThrow().meetsDemand()).isTrue();
  }

  @Test
  void anEmergencysDisclosureSaysItInItsColumns() {
    Map<String, String> lines = new LinkedHashMap<>(SAID);
    lines
        .keySet()
        .removeAll(List.of("forms", "demanded", "identical", "identical-to", "separated-by"));
    lines.put("columns", "NAME=PLAIN");
    Forecast forecast = Forecast.in(entry("disclosure", lines)).orElseThrow();
    assertThat(forecast.forms()).isEqualTo(Map.of(FieldClass.NAME, Form.PLAIN));
    assertThat(forecast.twins()).isEmpty();
    assertThat(forecast.meetsDemand()).isTrue();
    lines.remove("recipients");
    assertThat(Forecast.in(entry("disclosure", lines)).orElseThrow().recipients())
        .isEqualTo(OptionalInt.empty());
  }

  @Test
  void anEntryOfBeforeSaysNothing() {
    assertThat(Forecast.in(without("forms"))).isEmpty();
    assertThat(Forecast.in(without("rows-to-name"))).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotGuessed() {
    for (Entry bad :
        List.of(
            with("forms", "NAME"),
            with("forms", "NAME=SHOWN"),
            with("forms", "NAME=PLAIN "),
            with("rows-to-name", "12 14 -"),
            with("rows-to-name", "12 14 - - 9"),
            with("rows-to-name", "12 x - -"),
            with("demanded", "1"),
            with("honey", "many"),
            without("as-of"),
            without("honey"),
            without("time"))) {
      assertThatThrownBy(() -> Forecast.in(bad))
          .as(new String(bad.bytes(), StandardCharsets.UTF_8))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
