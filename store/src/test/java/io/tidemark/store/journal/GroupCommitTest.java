package io.tidemark.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writers who share a transaction share nothing else. */
@Timeout(120)
class GroupCommitTest {
  /** Notes where its entry stands, so that it can be compared with the receipt. */
  private record Noted(String what) implements Journal.Consequence {}

  /** Is not possible. */
  private record Impossible(String what) implements Journal.Consequence {}

  /** Keeps its transaction open until it may go on. */
  private record Held(CountDownLatch begun, CountDownLatch mayGoOn)
      implements Journal.Consequence {}

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String what) {
      super(what);
    }
  }

  private static EmbeddedDatabase embedded;
  private static HikariDataSource pool;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    embedded = EmbeddedDatabase.attach(folder);
    pool = new HikariDataSource();
    pool.setJdbcUrl(embedded.jdbcUrl());
    pool.setUsername(embedded.user());
    pool.setPassword(embedded.password());
    JdbcClient.create(pool)
        .sql(
            "create table ledger_entry (index bigint primary key, body bytea not null);"
                + "create table noted (index bigint primary key, what text not null)")
        .update();
  }

  @AfterAll
  static void stop() {
    pool.close();
    embedded.close();
  }

  @BeforeEach
  void empty() {
    JdbcClient.create(pool).sql("truncate ledger_entry, noted").update();
  }

  private static PostgresJournal journal() {
    return new PostgresJournal(
        pool,
        new Changes()
            .with(Noted.class, (connection, index, noted) -> note(connection, index, noted.what()))
            .with(
                Impossible.class,
                (connection, index, impossible) -> {
                  note(connection, index, impossible.what());
                  throw new Refused(impossible.what());
                })
            .with(Held.class, (connection, index, held) -> hold(held)));
  }

  private static void note(Connection connection, long index, String what) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into noted (index, what) values (?, ?)")) {
      insert.setLong(1, index);
      insert.setString(2, what);
      insert.executeUpdate();
    }
  }

  private static void hold(Held held) {
    held.begun().countDown();
    try {
      held.mayGoOn().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Entry entry(String what) {
    return Entry.of("test").line("what", what).build();
  }

  private static Map<Long, String> noted() {
    Map<Long, String> noted = new TreeMap<>();
    JdbcClient.create(pool)
        .sql("select index, what from noted")
        .query(
            row -> {
              noted.put(row.getLong(1), row.getString(2));
            });
    return noted;
  }

  @Test
  void everyReceiptSaysWhereItsEntryStandsAndAFailureIsOnesOwn() throws Exception {
    List<PostgresJournal> nodes = List.of(journal(), journal());
    Map<Long, String> expected = new TreeMap<>();
    ExecutorService writers = Executors.newFixedThreadPool(24);
    try {
      List<Future<Map<Long, String>>> all = new ArrayList<>();
      for (int writer = 0; writer < 24; writer++) {
        int number = writer;
        all.add(writers.submit(() -> written(nodes.get(number % 2), number)));
      }
      for (Future<Map<Long, String>> one : all) {
        expected.putAll(one.get());
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(noted()).isEqualTo(expected);
    List<byte[]> entries = nodes.get(0).entries(0, 10_000);
    assertThat(entries).hasSize(expected.size());
    expected.forEach(
        (index, what) ->
            assertThat(entries.get((int) (long) index)).isEqualTo(entry(what).bytes()));
  }

  /** One writer's hundred entries, every seventh or so impossible; what stands where. */
  private static Map<Long, String> written(PostgresJournal journal, int writer) {
    Random random = new Random(writer);
    Map<Long, String> written = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      String what = writer + "-" + i;
      if (random.nextInt(7) == 0) {
        assertThatThrownBy(() -> journal.record(entry(what), new Impossible(what)))
            .isInstanceOf(Refused.class)
            .hasMessage(what);
      } else {
        Receipt receipt = journal.record(entry(what), new Noted(what));
        written.put(receipt.index(), what);
      }
    }
    return written;
  }

  @Test
  void whoWaitsAtTheSameMomentSharesOneTransaction() throws Exception {
    PostgresJournal journal = journal();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    int others = 50;
    CountDownLatch arrived = new CountDownLatch(others);
    ExecutorService writers = Executors.newCachedThreadPool();
    try {
      List<Future<Receipt>> all = new ArrayList<>();
      all.add(writers.submit(() -> journal.record(entry("first"), new Held(begun, mayGoOn))));
      begun.await();
      for (int i = 0; i < others; i++) {
        String what = "other " + i;
        all.add(
            writers.submit(
                () -> {
                  arrived.countDown();
                  return journal.record(entry(what), new Noted(what));
                }));
      }
      arrived.await();
      while (journal.waiting() < others) {
        Thread.onSpinWait();
      }
      mayGoOn.countDown();
      for (Future<Receipt> one : all) {
        one.get();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(
            JdbcClient.create(pool)
                .sql("select count(distinct xmin::text) from ledger_entry")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void noMoreThanALargestGroupIsWrittenAtOnceAndNobodyIsForgotten() throws Exception {
    PostgresJournal journal = journal();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    int others = PostgresJournal.LARGEST_GROUP + 10;
    ExecutorService writers = Executors.newCachedThreadPool();
    try {
      Future<Receipt> first =
          writers.submit(() -> journal.record(entry("first"), new Held(begun, mayGoOn)));
      begun.await();
      List<Future<Receipt>> all = new ArrayList<>();
      for (int i = 0; i < others; i++) {
        String what = "other " + i;
        all.add(writers.submit(() -> journal.record(entry(what))));
      }
      while (journal.waiting() < others) {
        Thread.onSpinWait();
      }
      mayGoOn.countDown();
      assertThat(first.get().index()).isZero();
      List<Long> indexes = new ArrayList<>();
      for (Future<Receipt> one : all) {
        indexes.add(one.get().index());
      }
      assertThat(indexes).doesNotHaveDuplicates().hasSize(others);
      assertThat(journal.size()).isEqualTo(others + 1L);
    } finally {
      writers.shutdownNow();
    }
  }
}
