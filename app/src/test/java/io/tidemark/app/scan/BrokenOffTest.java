package io.tidemark.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.Finders;
import io.tidemark.formats.scan.Ground;
import io.tidemark.formats.scan.Place;
import io.tidemark.formats.scan.RecordScan;
import io.tidemark.formats.scan.Sighting;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.foreign.Address;
import io.tidemark.store.foreign.ForeignDatabase;
import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is killed in the midst of a scan, and the scan gone on with afterwards. */
final class BrokenOffTest {
  private static final int ROWS = 24_000;
  private static final int KILLED_AT = 15_000;
  private static final int KEPT_AT = 10_000;

  @TempDir private Path folder = Path.of(".");

  /** What was told, one line a finding; does something when so many were. */
  private static final class Told implements Account {
    private final List<String> lines = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final int at;
    private final Runnable then;

    Told(int at, Runnable then) {
      this.at = at;
      this.then = then;
    }

    @Override
    public void sighted(Sighting sighting) {
      Place.InColumn place = (Place.InColumn) sighting.place();
      lines.add(
          "%s.%s %d %s"
              .formatted(
                  place.table(),
                  place.column(),
                  place.row(),
                  sighting.finding().value().reveal(Reveal.SHOW)));
      if (lines.size() == at) {
        then.run();
      }
    }

    @Override
    public void skipped(Skipped one) {
      skipped.add(one);
    }
  }

  private static Told scan(EmbeddedDatabase server, Resume place, int at, Runnable then)
      throws Exception {
    Told told = new Told(at, then);
    KnownHeadings known = KnownHeadings.of(List.of(), Optional.empty());
    Ground ground =
        new Ground(Finders.usual(), PolicyFile.builtIn(), known, LocalDate.of(2026, 11, 30));
    new DatabaseScan(
            Address.of(server.jdbcUrl()).orElseThrow(),
            new ForeignDatabase.Login(server.user(), server.password().toCharArray()),
            new DatabaseScan.Terms(0, 30),
            told,
            new RecordScan(ground, told),
            table -> known,
            () -> {})
        .read(place);
    return told;
  }

  /** Ends the server and all that it began, as kill -9 does. */
  private void kill() {
    try (Stream<Path> files = Files.walk(folder)) {
      Path file = files.filter(one -> one.endsWith("postmaster.pid")).findFirst().orElseThrow();
      ProcessHandle server =
          ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow();
      List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
      all.add(server);
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(one -> one.onExit().join());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void afterTheServerWasKilledTheRestGivesTheSameFindings() throws Exception {
    Path own = Files.createDirectories(folder.resolve("db"));
    Path kept = folder.resolve("place.json");
    String database = "jdbc:postgresql://h/d";
    Set<String> whole;
    Told broken;
    try (EmbeddedDatabase server = EmbeddedDatabase.attach(own)) {
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE a (id int PRIMARY KEY, tel text)");
        statement.execute("CREATE TABLE b (tel text)");
        for (String table : List.of("a", "b")) {
          statement.execute(
              "INSERT INTO "
                  + table
                  + " SELECT "
                  + (table.equals("a") ? "n, " : "")
                  + "'138' || lpad(n::text, 8, '0') FROM generate_series(1, "
                  + ROWS
                  + ") n");
        }
        statement.execute("CHECKPOINT");
      }
      whole = new LinkedHashSet<>(scan(server, Resume.nowhere(database), -1, () -> {}).lines);
      assertThat(whole).hasSize(2 * ROWS);
      broken = scan(server, Resume.in(kept, database), KILLED_AT, this::kill);
    }
    assertThat(broken.lines.size()).isBetween(KILLED_AT, ROWS - 1);
    assertThat(broken.skipped).extracting(one -> one.why().en()).hasSize(2);
    assertThat(broken.skipped.get(0).why().en()).contains("cut off");
    assertThat(broken.skipped.get(1).why().en()).contains("cannot connect");

    Told rest;
    try (EmbeddedDatabase again = EmbeddedDatabase.attach(own)) {
      rest = scan(again, Resume.in(kept, database), -1, () -> {});
    }
    assertThat(rest.skipped).isEmpty();
    assertThat(rest.lines.get(0)).contains(".tel " + (KEPT_AT + 1) + " ");
    assertThat(rest.lines).hasSize(2 * ROWS - KEPT_AT);
    Set<String> both = new LinkedHashSet<>(broken.lines);
    both.addAll(rest.lines);
    assertThat(both).isEqualTo(whole);
  }
}
