package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.Aliasing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;

/** The book of alias numbers beside a book that the test keeps itself, whatever happens to both. */
final class AliasBookTest {
  private static final int NUMBERS = 60;
  private static final int REST = 365;
  private static final int RETENTION = 90;

  @TempDir private Path folder = Path.of(".");

  /** Whom a number stands for, or stood for last. */
  private static final class Own {
    private final String agent;
    private final UUID person;
    private LocalDate until;
    private Optional<LocalDate> ended = Optional.empty();

    private Own(String agent, UUID person, LocalDate until) {
      this.agent = agent;
      this.person = person;
      this.until = until;
    }
  }

  private final Map<String, Own> book = new HashMap<>();

  private Optional<String> live(String agent, UUID person) {
    return book.entrySet().stream()
        .filter(one -> one.getValue().ended.isEmpty())
        .filter(one -> one.getValue().agent.equals(agent) && one.getValue().person.equals(person))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void check(Bureau bureau, String agent, RoaringBitmap records, Bureau.Got got) {
    List<UUID> people = new ArrayList<>();
    Map<Integer, UUID> all = bureau.people();
    records.forEach((int record) -> people.add(all.get(record)));
    long needed =
        people.stream().distinct().filter(person -> live(agent, person).isEmpty()).count();
    if (!got.refused().isEmpty()) {
      assertThat(got.refused()).isEqualTo("alias-numbers-short");
      assertThat(needed).isGreaterThan(bureau.free());
      assertThat(got.why()).contains("lacks " + (needed - bureau.free()) + ":");
      return;
    }
    assertThat(got.numbers()).hasSameSizeAs(people).allMatch(text -> text.startsWith("700100"));
    LocalDate until = bureau.today().plusDays(RETENTION);
    for (int i = 0; i < people.size(); i++) {
      String number = got.numbers().get(i);
      UUID person = people.get(i);
      Optional<String> before = live(agent, person);
      if (before.isPresent()) {
        assertThat(number).as("a person keeps the number").isEqualTo(before.get());
        Objects.requireNonNull(book.get(number)).until = until;
      } else {
        Own last = book.get(number);
        if (last != null) {
          assertThat(last.ended).as("no number stands for two").isPresent();
          assertThat(last.ended.get().plusDays(REST))
              .as("no number is used again before it has rested")
              .isBeforeOrEqualTo(bureau.today());
        }
        book.put(number, new Own(agent, person, until));
      }
    }
  }

  private void swept(Bureau bureau) {
    LocalDate today = bureau.today();
    long due =
        book.values().stream()
            .filter(own -> own.ended.isEmpty() && own.until.isBefore(today))
            .peek(own -> own.ended = Optional.of(today))
            .count();
    assertThat(bureau.aliasing().sweep(Actor.operator()).ended()).isEqualTo((int) due);
  }

  private void expired(Bureau bureau, String agent) {
    List<Own> live =
        book.values().stream()
            .filter(own -> own.ended.isEmpty() && own.agent.equals(agent))
            .toList();
    Aliasing.Swept end =
        bureau
            .aliasing()
            .expire(Actor.operator(), agent, Optional.empty(), "a test")
            .either(
                done -> done.what(),
                refused -> {
                  throw new AssertionError(refused.refusal());
                });
    assertThat(end.ended()).isEqualTo(live.size());
    live.forEach(own -> own.ended = Optional.of(bureau.today()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noNumberStandsForTwoOrComesBackTooSoon(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    int again = 0;
    try (Bureau bureau = new Bureau(folder, NUMBERS)) {
      for (int step = 0; step < 60; step++) {
        String agent = Bureau.AGENTS.get(random.nextInt(Bureau.AGENTS.size()));
        int act = random.nextInt(10);
        if (act < 6) {
          RoaringBitmap some = new RoaringBitmap();
          for (int record = 1; record <= Bureau.PEOPLE; record++) {
            if (random.nextInt(3) > 0) {
              some.add(record);
            }
          }
          Set<String> before = new HashSet<>(book.keySet());
          Bureau.Got got = bureau.release(agent, some);
          check(bureau, agent, some, got);
          refused += got.refused().isEmpty() ? 0 : 1;
          again += got.numbers().stream().anyMatch(before::contains) ? 1 : 0;
        } else if (act < 7) {
          expired(bureau, agent);
        } else {
          bureau.forward(random.nextInt(200));
          swept(bureau);
        }
      }
      assertThat(refused).as("the pool ran out at times").isPositive();
      assertThat(again).as("people kept their numbers at times").isPositive();
      assertThat(
              bureau
                  .database
                  .sql(
                      "select count(*) from alias_number n where not held"
                          + " and not exists (select 1 from alias_free f where f.number = n.id)"
                          + " and not exists (select 1 from alias_binding b where b.number = n.id"
                          + " and (b.ended is null or b.rests is not null))")
                  .query(Long.class)
                  .single())
          .as("no number is lost")
          .isZero();
    }
  }

  @Test
  void aReleaseThatIsCutOffAfterItsEntryLeavesNumbersThatTheNextOneGives() throws Exception {
    RoaringBitmap all = RoaringBitmap.bitmapOfRange(1, Bureau.PEOPLE + 1);
    try (Bureau bureau = new Bureau(folder, NUMBERS)) {
      List<String> none = List.of();
      assertThatThrownBy(
              () ->
                  bureau.release(
                      "ag-01",
                      all,
                      (id, target, columns) -> {
                        throw new IOException("the disk is gone");
                      },
                      none))
          .hasMessage("the disk is gone");
      long free = bureau.free();
      List<Integer> bound = bureau.home.aliases().bound("ag-01", Optional.empty());
      assertThat(bound).isNotEmpty();

      Bureau.Got got = bureau.release("ag-01", all);
      assertThat(bureau.free()).isEqualTo(free);
      assertThat(bureau.home.aliases().bound("ag-01", Optional.empty()))
          .containsExactlyInAnyOrderElementsOf(bound);
      assertThat(new HashSet<>(got.numbers())).hasSameSizeAs(bound);
    }
  }

  @Test
  void twoPartiesListsOfTheSamePeopleShareNoNumber() throws Exception {
    RoaringBitmap all = RoaringBitmap.bitmapOfRange(1, Bureau.PEOPLE + 1);
    try (Bureau bureau = new Bureau(folder, NUMBERS)) {
      Set<String> first = new HashSet<>(bureau.release("ag-01", all).numbers());
      Set<String> second = new HashSet<>(bureau.release("ag-02", all).numbers());
      assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
      Bureau.Got third = bureau.release("ag-03", all);
      assertThat(third.refused()).isEqualTo("alias-numbers-short");
      assertThat(bureau.home.aliases().bound("ag-03", Optional.empty())).isEmpty();
      assertThat(bureau.home.disclosures().ofParty("ag-03", Long.MAX_VALUE)).isEmpty();
    }
  }
}
