package io.tidemark.store.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.owner.Footprint;
import io.tidemark.custody.owner.PeopleErased;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.NewHome;
import io.tidemark.terms.Digest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lists whose people stand in their own set only, and whoever asks by person. */
@Timeout(180)
class FoldedHoldingsTest {
  private static final int PEOPLE = 5_000;

  /** More than one batch. */
  private static final int LISTS = 300;

  private final Random random = new Random(5);
  private final Map<Integer, RoaringBitmap> truth = new HashMap<>();
  private int lists;
  private Home home;
  private SingleConnectionDataSource connection;
  private JdbcClient database;

  @BeforeEach
  void lay(@TempDir Path folder) throws Exception {
    home = Home.create(folder.resolve("home"), NewHome.usual(), System.getenv());
    connection =
        new SingleConnectionDataSource(
            home.embedded().orElseThrow().jdbcUrl(),
            home.embedded().orElseThrow().user(),
            home.embedded().orElseThrow().password(),
            true);
    database = JdbcClient.create(connection);
  }

  @AfterEach
  void leave() {
    connection.destroy();
    home.close();
  }

  /** Lists of up to a hundred people, with the rows that their entries leave. */
  private void lists(int many) {
    for (int i = 0; i < many; i++) {
      RoaringBitmap records = new RoaringBitmap();
      for (int person = random.nextInt(1, 100); person > 0; person--) {
        records.add(random.nextInt(PEOPLE));
      }
      list(records);
    }
  }

  private void list(RoaringBitmap records) {
    int number =
        database
            .sql(
                "with opened as (insert into disclosure (id, party, purpose, forms, records, people, honey, as_of, entry,"
                    + " target, writer, people_digest, opened_at, state) values (?, 'ag-0001', 'p', '{}', ?, ?, 0, 1, 1,"
                    + " 't', 'w', ?, now(), 'released') returning number)"
                    + " insert into folded_holding select number from opened returning disclosure")
            .param("d-" + lists++)
            .param(Bitmaps.bytes(records))
            .param(records.getCardinality())
            .param(Digest.sha256("people").bytes())
            .query(Integer.class)
            .single();
    records.forEach(
        (int record) -> truth.computeIfAbsent(record, one -> new RoaringBitmap()).add(number));
  }

  private long rows() {
    return database.sql("select count(*) from holding").query(Long.class).single();
  }

  private long everything() {
    return truth.values().stream().mapToLong(RoaringBitmap::getLongCardinality).sum();
  }

  @Test
  void whoAsksByPersonMissesNobodyHoweverOftenListsCome() {
    RoaringBitmap all = RoaringBitmap.bitmapOfRange(0, PEOPLE);
    lists(LISTS);
    assertThat(home.disclosures().of(all)).isEqualTo(truth);
    assertThat(home.disclosures().of(all)).isEqualTo(truth);
    lists(1);
    assertThat(home.disclosures().of(all)).isEqualTo(truth);
    assertThat(rows()).isEqualTo(everything());
  }

  /** What was read before the list came does not hold in the transaction of the erasure's entry. */
  @Test
  void nobodyIsErasedAsThoughAListThatIsStillFoldedHadNotGivenThem() {
    RoaringBitmap one = RoaringBitmap.bitmapOf(7);
    UUID person = UUID.randomUUID();
    database.sql("insert into person values (?, '')").param(person).update();
    database
        .sql("insert into record (id, key, person, version) values (7, ?, ?, ?)")
        .params(UUID.randomUUID(), person, UUID.randomUUID())
        .update();
    Footprint before = home.footprints().of(one);
    assertThat(before.owners()).containsEntry(7, person);
    PeopleErased erased =
        new PeopleErased(
            before,
            Set.of(person),
            List.of(),
            List.of(),
            Set.of(),
            List.of(),
            List.of(),
            Instant.now(),
            LocalDate.now());
    list(one);
    assertThatThrownBy(
            () ->
                home.journal().record(Entry.of("test").line("what", "an erasure").build(), erased))
        .isInstanceOf(Overtaken.class);
    assertThat(home.disclosures().of(one)).isEqualTo(truth);
  }

  @Test
  void whoeverUnfoldsAtTheSameMomentWritesEachRowOnceAndSeesAllOfThem() throws Exception {
    lists(LISTS);
    RoaringBitmap all = RoaringBitmap.bitmapOfRange(0, PEOPLE);
    ExecutorService several = Executors.newFixedThreadPool(4);
    try {
      CyclicBarrier together = new CyclicBarrier(4);
      Callable<Map<Integer, RoaringBitmap>> asks =
          () -> {
            together.await();
            return home.disclosures().of(all);
          };
      List<Future<Map<Integer, RoaringBitmap>>> seen = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        seen.add(several.submit(asks));
      }
      for (Future<Map<Integer, RoaringBitmap>> one : seen) {
        assertThat(one.get()).isEqualTo(truth);
      }
    } finally {
      several.shutdownNow();
    }
    assertThat(rows()).isEqualTo(everything());
  }
}
