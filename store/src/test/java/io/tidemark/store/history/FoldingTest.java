package io.tidemark.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.history.Head;
import io.tidemark.history.Histories;
import io.tidemark.history.OwnerSecret;
import io.tidemark.history.Subtree;
import io.tidemark.ledger.LedgerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is folded is what was recorded, whatever came between. */
@Timeout(120)
class FoldingTest {
  @TempDir private Path folder = Path.of(".");
  private Village village;

  @BeforeEach
  void open() throws Exception {
    village = new Village(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    village.close();
  }

  /** Everybody is proved under the root that the definition gives. */
  private void sound(Histories.Current current) throws LedgerException {
    assertThat(new Subtree(current.root().root(), current.root().people()))
        .isEqualTo(village.map());
    for (int number = 1; number <= village.people(); number++) {
      OwnerSecret secret = village.secret(number);
      Standing standing = village.histories.standing(Village.person(number), secret);
      assertThat(standing.events()).isEqualTo(village.events(number));
      standing
          .proof()
          .present(secret.mapKey(), Head.over(secret, standing.events()), current.root().root());
    }
    OwnerSecret stranger = village.secret(1_000_000);
    Standing nowhere = village.histories.standing(Village.person(1_000_000), stranger);
    nowhere.proof().absent(stranger.mapKey(), current.root().root());
    assertThat(village.histories.recount()).isEmpty();
  }

  private List<Integer> some(Random random, int most) {
    return IntStream.rangeClosed(1, village.people())
        .filter(number -> random.nextInt(most) == 0)
        .boxed()
        .toList();
  }

  @Test
  void oneAloneAndAFewAreProved() throws Exception {
    village.deposit(1);
    sound(village.publish());
    village.deposit(2);
    sound(village.publish());
  }

  @Test
  void manyRootsWithCrashesBetweenAreTheOneTree() throws Exception {
    Random random = new Random(30);
    village.deposit(700);
    Histories.Current before = village.publish();
    sound(before);
    for (int round = 0; round < 3; round++) {
      List<Integer> list = some(random, 5);
      village.disclose("d-" + round, list);
      village.otherwise();
      int looked = 1 + random.nextInt(700);
      village.look("l-" + round, looked);
      village.foldInVain();
      village.disclose("e-" + round, some(random, 50));
      village.withdraw("d-" + round, list);
      village.withdraw("l-" + round, List.of(looked));
      village.deposit(3);
    }
    Histories.Current after = village.publish();
    assertThat(after.root().number()).isEqualTo(2);
    assertThat(after.root().previous()).isEqualTo(before.entry());
    sound(after);
  }

  @Test
  void aRootFollowsOnTheOneBefore() throws Exception {
    Random random = new Random(31);
    village.deposit(300);
    Histories.Current first = village.publish();
    village.disclose("d-1", some(random, 3));
    village.look("l-1", 5);
    village.foldInVain();
    village.disclose("d-2", some(random, 100));
    Histories.Current second = village.publish();
    assertThat(second.root().previous()).isEqualTo(first.entry());
    sound(second);
    sound(village.publish());
  }

  @Test
  void whatIsNotPublishedIsPending() throws Exception {
    village.deposit(2);
    assertThat(village.histories.pending(0)).isTrue();
    long entries = village.publish().root().entries();
    village.otherwise();
    assertThat(village.histories.pending(entries)).isFalse();
    village.look("l-1", 1);
    assertThat(village.histories.pending(entries)).isTrue();
  }

  /** What an insurer would do who shows a person a history without one of its entries. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update disclosure set records = (select records from disclosure where id = 'd-2')"
            + " where id = 'd-1'",
        "update history_head set events = events - 1 where person = (select person from"
            + " history_head order by map_key limit 1)",
        "update history_head set link = sha256(link) where person = (select person from"
            + " history_head order by map_key limit 1)",
        "delete from history_head where person = (select person from history_head limit 1)",
        "delete from looked_at",
        "update history_root set people = people + 1",
        "update history_root set root = sha256(root)",
        "update history_root set entry = entry + 1",
        "delete from history_root where number = 1"
      })
  void whatWasLeftOutOrAlteredIsFoundByTheRecount(String forgery) throws Exception {
    village.deposit(50);
    village.disclose("d-1", List.of(1, 2, 3));
    village.disclose("d-2", List.of(1, 2, 3, 4));
    village.look("l-1", 9);
    village.publish();
    village.otherwise();
    village.publish();
    assertThat(village.histories.recount()).isEmpty();
    village.database.sql(forgery).update();
    assertThat(village.histories.recount()).isNotEmpty();
  }
}
