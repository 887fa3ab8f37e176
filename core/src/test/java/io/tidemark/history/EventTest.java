package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an event tells, and in which order. */
final class EventTest {
  @Test
  void theFactsOfEveryKindStandInTheOrderOfTheKeys() {
    for (String kind : Event.kinds()) {
      Entry.Builder entry = Entry.of(kind);
      Event.keys().forEach(key -> entry.line(key, "x"));
      List<String> told = Event.of(1, entry.build()).facts().stream().map(Entry.Line::key).toList();
      assertThat(told).as(kind).contains("time").isSubsetOf(Event.keys());
      assertThat(told).isEqualTo(Event.keys().stream().filter(told::contains).toList());
    }
  }

  @Test
  void aLineThatStandsTwiceIsNotTold() {
    Entry entry = Entry.of("consent").line("time", "t").line("said", "a").line("said", "b").build();
    assertThat(Event.of(1, entry).facts()).containsExactly(new Entry.Line("time", "t"));
  }
}
