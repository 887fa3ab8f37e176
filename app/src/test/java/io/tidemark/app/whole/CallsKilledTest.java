package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.app.Session;
import io.tidemark.authorise.Actor;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who answers calls is cut off with kill -9: what was answered is kept, and kept once. */
final class CallsKilledTest {
  private static final Instant FIRST = Instant.parse("2026-11-30T03:00:00Z");
  private static final int NUMBERS = 100;

  @TempDir private Path folder = Path.of(".");

  /** The n-th call: one moment each, so that it is found again. */
  private static IncomingCall call(List<String> numbers, int n) {
    return Switch.incoming(
        numbers.get(n % numbers.size()),
        "139" + String.format("%08d", n % 7),
        FIRST.plusMillis(n),
        "call " + n);
  }

  private static Switchboard board(Home home) {
    Session session =
        new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator());
    return Workshops.switching(
        home, session.vault(), session.register(), session.authority(), session.chain());
  }

  /** A process that answers calls and says so until it is killed. */
  static final class Answering {
    private Answering() {}

    /** The home, the file of its numbers, and the first call. */
    public static void main(String[] args) throws Exception {
      List<String> numbers = Files.readAllLines(Path.of(args[1]));
      try (Home home = Home.open(Path.of(args[0]), System.getenv())) {
        Switchboard board = board(home);
        for (int n = Integer.parseInt(args[2]); ; n++) {
          CallAnswer answer = board.answer(call(numbers, n));
          System.out.println(n + " " + answer.getClass().getSimpleName());
          System.out.flush();
        }
      }
    }
  }

  private Map<Integer, String> answeredUntilKilled(
      Path home, Path numbers, int first, boolean databaseToo, long millis) throws Exception {
    Path out = Files.createTempFile(folder, "answered-", ".txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Answering.class.getName(),
                home.toString(),
                numbers.toString(),
                Integer.toString(first))
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    child.getOutputStream().close();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (Files.size(out) == 0 && child.isAlive() && System.nanoTime() < end) {
      child.waitFor(20, TimeUnit.MILLISECONDS);
    }
    child.waitFor(millis, TimeUnit.MILLISECONDS);
    if (databaseToo) {
      List<String> pid =
          Files.readAllLines(home.toRealPath().resolve("database/data/postmaster.pid"));
      ProcessHandle.of(Long.parseLong(pid.get(0).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
    child.destroyForcibly();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Map<Integer, String> answered = new HashMap<>();
    String said = Files.readString(out);
    for (String line : said.substring(0, said.lastIndexOf('\n') + 1).lines().toList()) {
      String[] parts = line.split(" ", 2);
      answered.put(Integer.parseInt(parts[0]), parts[1]);
    }
    return answered;
  }

  @Test
  void noSightingThatWasAnsweredIsLostOrCountedTwice() throws Exception {
    Path home;
    Path numbers = folder.resolve("numbers.txt");
    try (Bureau bureau = new Bureau(folder, NUMBERS)) {
      home = bureau.home.folder().path();
      RoaringBitmap all = RoaringBitmap.bitmapOfRange(1, Bureau.PEOPLE + 1);
      Files.write(numbers, bureau.release("ag-01", all).numbers());
    }
    SplittableRandom random = new SplittableRandom(7);
    int first = 0;
    for (int round = 0; round < 3; round++) {
      Map<Integer, String> answered =
          answeredUntilKilled(home, numbers, first, round > 0, 100 + random.nextInt(400));
      assertThat(answered).isNotEmpty();
      judge(home, Files.readAllLines(numbers), answered, first);
      first += 100_000;
    }
  }

  private static void judge(
      Path path, List<String> numbers, Map<Integer, String> answered, int first) throws Exception {
    try (Home home = Home.open(path, System.getenv())) {
      JdbcClient database =
          JdbcClient.create(
              new DriverManagerDataSource(
                  home.embedded().orElseThrow().jdbcUrl(),
                  home.embedded().orElseThrow().user(),
                  home.embedded().orElseThrow().password()));
      Map<Integer, Long> kept = new HashMap<>();
      database
          .sql("select at, entry from alias_call where at >= ?")
          .param(FIRST.plusMillis(first).atOffset(java.time.ZoneOffset.UTC))
          .query(
              row -> {
                Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
                kept.put((int) (at.toEpochMilli() - FIRST.toEpochMilli()), row.getLong(2));
              });
      assertThat(kept.keySet()).containsAll(answered.keySet());
      for (long index : kept.values()) {
        Entry entry = Entry.parse(home.entries(index, 1).get(0));
        assertThat(entry.kind()).isEqualTo("alias-sighting");
        assertThat(entry.value("party")).contains("ag-01");
      }
      long before = home.journal().size();
      Switchboard board = board(home);
      List<String> again = new ArrayList<>();
      answered.keySet().stream()
          .sorted()
          .limit(50)
          .forEach(n -> again.add(board.answer(call(numbers, n)).getClass().getSimpleName()));
      assertThat(again).containsOnly("Reject");
      assertThat(home.journal().size()).as("nothing counts twice").isEqualTo(before);
    }
  }
}
