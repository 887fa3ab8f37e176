package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whatever is released, expired, rested and given again: a call is held against whoever had the
 * number last, and nobody else, by a book that the test keeps itself.
 */
final class SwitchingTest {
  private static final int NUMBERS = 60;
  private static final int REST = 365;
  private static final int RETENTION = 90;
  private static final String STRANGER = "13900009999";

  @TempDir private Path folder = Path.of(".");

  /** Whom a number stands for, or stood for last. */
  private static final class Own {
    private final String agent;
    private final Set<String> phones;
    private LocalDate until;
    private Optional<LocalDate> ended = Optional.empty();
    private boolean free;

    private Own(String agent, Set<String> phones, LocalDate until) {
      this.agent = agent;
      this.phones = phones;
      this.until = until;
    }
  }

  private final Map<String, Own> book = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private void released(Switch board, String agent, RoaringBitmap records, Bureau.Got got) {
    LocalDate until = board.bureau().today().plusDays(RETENTION);
    int row = 0;
    for (int record : records) {
      if (got.refused().isEmpty()) {
        String number = got.numbers().get(row++);
        Own own = book.get(number);
        if (own == null || own.ended.isPresent()) {
          own = new Own(agent, board.phones(record), until);
          book.put(number, own);
        }
        own.until = until;
      }
    }
  }

  private void swept(Switch board) {
    LocalDate today = board.bureau().today();
    board.bureau().aliasing().sweep(Actor.operator());
    for (Own own : book.values()) {
      if (own.ended.isEmpty() && own.until.isBefore(today)) {
        own.ended = Optional.of(today);
      }
      own.free |= own.ended.isPresent() && !own.ended.get().plusDays(REST).isAfter(today);
    }
  }

  private void called(Switch board, String number, String caller) throws Exception {
    long before = board.bureau().home.journal().size();
    CallAnswer answer = board.call(number, caller);
    List<Entry> entries = board.since(before);
    Own own = book.get(number);
    if (own == null || own.free) {
      assertThat(answer).as("nobody's number").isInstanceOf(CallAnswer.Reject.class);
      assertThat(entries).as("nobody is charged").isEmpty();
      seen.merge("background", 1, Integer::sum);
      return;
    }
    Entry entry = entries.get(0);
    assertThat(entry.value("party")).as("whoever had it last").contains(own.agent);
    assertThat(entries.stream().map(Entry::kind).toList())
        .allMatch(kind -> !kind.equals("alias-named"));
    boolean over = own.ended.isPresent() || own.until.isBefore(board.bureau().today());
    boolean holder = caller.equals(Switch.callerOf(own.agent));
    if (!holder && !own.phones.contains(caller)) {
      assertThat(entry.kind()).isEqualTo("alias-sighting");
      assertThat(answer).isInstanceOf(CallAnswer.Reject.class);
      seen.merge("sighting", 1, Integer::sum);
      return;
    }
    assertThat(entry.kind()).isEqualTo("alias-call");
    if (over) {
      assertThat(answer).isInstanceOf(CallAnswer.Announce.class);
      seen.merge("over", 1, Integer::sum);
      return;
    }
    CallAnswer.Forward forward = (CallAnswer.Forward) answer;
    assertThat(forward.shown()).isEqualTo(PersonalText.of(number));
    String reached = forward.number().reveal(Reveal.SHOW);
    if (holder) {
      assertThat(own.phones).contains(reached);
    } else {
      assertThat(reached).as("back to the party").isEqualTo(Switch.callerOf(own.agent));
    }
    seen.merge(holder ? "tried" : "called back", 1, Integer::sum);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyCallIsHeldAgainstWhoeverHadTheNumberLast(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    try (Switch board = new Switch(folder, NUMBERS)) {
      for (int step = 0; step < 60; step++) {
        String agent = Bureau.AGENTS.get(random.nextInt(Bureau.AGENTS.size()));
        int act = random.nextInt(10);
        if (act < 3) {
          RoaringBitmap some = new RoaringBitmap();
          for (int record = 1; record <= Bureau.PEOPLE; record++) {
            if (random.nextInt(3) > 0) {
              some.add(record);
            }
          }
          released(board, agent, some, board.bureau().release(agent, some));
        } else if (act < 4) {
          board.bureau().aliasing().expire(Actor.operator(), agent, Optional.empty(), "a test");
          book.values().stream()
              .filter(own -> own.agent.equals(agent) && own.ended.isEmpty())
              .forEach(own -> own.ended = Optional.of(board.bureau().today()));
        } else if (act < 6) {
          board.bureau().forward(random.nextInt(200));
          if (random.nextBoolean()) {
            swept(board);
          }
        } else {
          calls(board, random);
        }
      }
    }
    assertThat(seen).containsKeys("background", "sighting", "over", "tried", "called back");
  }

  private void calls(Switch board, SplittableRandom random) throws Exception {
    List<String> known = new ArrayList<>(book.keySet().stream().sorted().toList());
    for (int i = 0; i < 10; i++) {
      String number =
          known.isEmpty() || random.nextInt(4) == 0
              ? Switch.number(random.nextInt(NUMBERS))
              : known.get(random.nextInt(known.size()));
      Own own = book.get(number);
      int who = random.nextInt(4);
      String caller = STRANGER;
      if (who == 0) {
        caller = Switch.callerOf(Bureau.AGENTS.get(random.nextInt(Bureau.AGENTS.size())));
      } else if (who < 3 && own != null) {
        caller =
            who == 1
                ? Switch.callerOf(own.agent)
                : Objects.requireNonNull(own.phones.stream().sorted().findFirst().orElse(STRANGER));
      }
      called(board, number, caller);
    }
  }
}
