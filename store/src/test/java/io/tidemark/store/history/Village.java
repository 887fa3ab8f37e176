package io.tidemark.store.history;

import io.tidemark.history.Event;
import io.tidemark.history.Head;
import io.tidemark.history.Histories;
import io.tidemark.history.Leaf;
import io.tidemark.history.OwnerSecret;
import io.tidemark.history.PublishedRoot;
import io.tidemark.history.RootPublished;
import io.tidemark.history.Subtree;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.NewHome;
import io.tidemark.store.register.Bitmaps;
import io.tidemark.vault.HistorySecrets;
import io.tidemark.vault.Salt;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * People, each with two records, whom entries concern: as tables have them, and beside that as a
 * list of each person's events.
 */
final class Village implements AutoCloseable {
  private final Home home;
  final JdbcClient database;
  final PostgresHistories histories;
  private final HistorySecrets secrets;
  private final Map<UUID, List<Event>> truth = new TreeMap<>();
  private int people;

  Village(Path folder) throws Exception {
    home = Home.create(folder, NewHome.usual().named("village.example"), Map.of());
    DriverManagerDataSource source =
        new DriverManagerDataSource(
            home.embedded().orElseThrow().jdbcUrl(),
            home.embedded().orElseThrow().user(),
            home.embedded().orElseThrow().password());
    database = JdbcClient.create(source);
    secrets = new HistorySecrets(home.keys());
    histories = home.histories();
  }

  static UUID person(int number) {
    return new UUID(7, number);
  }

  private static Salt salt(int number) {
    return Salt.of(ByteBuffer.allocate(16).putInt(12, number).array());
  }

  OwnerSecret secret(int number) {
    return new OwnerSecret(secrets.of(salt(number)));
  }

  List<Event> events(int number) {
    return truth.getOrDefault(person(number), List.of());
  }

  int people() {
    return people;
  }

  private void told(long index, Entry entry, Iterable<Integer> numbers) {
    for (int number : numbers) {
      truth.computeIfAbsent(person(number), one -> new ArrayList<>()).add(Event.of(index, entry));
    }
  }

  private static Entry entry(String kind, String key, String value) {
    return Entry.of(kind).line("time", "2026-11-30T06:00:00Z").line(key, value).build();
  }

  /** So many more people move in. */
  void deposit(int more) {
    Entry entry = entry("deposit", "actor", "operator");
    long index = home.journal().record(entry).index();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < more; i++) {
      int number = ++people;
      numbers.add(number);
      database
          .sql("insert into person (key, salt) values (?, ?)")
          .params(person(number), salt(number).bytes())
          .update();
      for (int record : List.of(2 * number, 2 * number + 1)) {
        database
            .sql(
                "with r as (insert into record (id, key, person, version) values (?, ?, ?, ?))"
                    + " insert into record_version"
                    + " (record, entry, person, version, epoch, box, commitment, offers)"
                    + " values (?, ?, ?, ?, 1, '', '', '')")
            .params(
                record,
                new UUID(1, record),
                person(number),
                new UUID(2, record),
                record,
                index,
                person(number),
                new UUID(2, record))
            .update();
      }
    }
    told(index, entry, numbers);
  }

  /** These people are disclosed, each with both records. */
  long disclose(String id, Iterable<Integer> numbers) {
    Entry entry = entry("disclosure", "disclosure", id);
    long index = home.journal().record(entry).index();
    RoaringBitmap records = new RoaringBitmap();
    numbers.forEach(number -> records.add(2 * number, 2 * number + 1));
    database
        .sql(
            "insert into disclosure (id, party, purpose, forms, records, people, honey, as_of,"
                + " entry, target, writer, people_digest, opened_at, state)"
                + " values (?, 'p', 'q', '{}', ?, ?, 0, ?, ?, '', '', '', now(), 'released')")
        .params(id, Bitmaps.bytes(records), records.getCardinality(), index, index)
        .update();
    told(index, entry, numbers);
    return index;
  }

  /** The disclosure was not delivered. */
  void withdraw(String id, Iterable<Integer> numbers) {
    Entry entry = entry("non-delivery", "disclosure", id);
    told(home.journal().record(entry).index(), entry, numbers);
  }

  /** Somebody looks at a person. */
  void look(String id, int number) {
    Entry entry = entry("look-up", "disclosure", id);
    long index = home.journal().record(entry).index();
    database
        .sql(
            "insert into look_up (id, person, key, task, at, entry) values (?, 'l', ?, 't', now(), ?)")
        .params(id, id.getBytes(java.nio.charset.StandardCharsets.UTF_8), index)
        .update();
    database
        .sql("insert into looked_at (record, look_up) values (?, ?)")
        .params(2 * number, id)
        .update();
    told(index, entry, List.of(number));
  }

  /** An entry about nobody. */
  void otherwise() {
    home.journal().record(entry("sign-in", "by", "code"));
  }

  /** Folds without publishing, as a crash would leave it. */
  void foldInVain() {
    histories.alone(turn -> turn.fold(home.journal().size()));
  }

  /** Folds and publishes. */
  Histories.Current publish() {
    return histories.alone(
        turn -> {
          PublishedRoot root = turn.fold(home.journal().size());
          Entry entry = root.lines(Entry.of(PublishedRoot.KIND)).build();
          home.journal().record(entry, new RootPublished(root));
          turn.sweep();
          return turn.current();
        });
  }

  /** The map as its definition has it. */
  Subtree map() throws LedgerException {
    List<Leaf> leaves = new ArrayList<>();
    for (int number = 1; number <= people; number++) {
      OwnerSecret secret = secret(number);
      Head head = Head.over(secret, events(number));
      leaves.add(new Leaf(secret.mapKey(), head.value()));
    }
    leaves.sort(Comparator.comparing(leaf -> leaf.key().toString()));
    return Subtree.of(leaves, 0);
  }

  @Override
  public void close() {
    home.close();
  }
}
