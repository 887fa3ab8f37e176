package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.app.Session;
import io.tidemark.authorise.Actor;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.telephone.Telephone;
import io.tidemark.telephone.Watch;
import io.tidemark.terms.China;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/** The telephone's process ends by kill -9 while calls ring, and is started again. */
final class RingingKilledTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String MINE = Switch.callerOf("ag-01");

  @TempDir private Path folder = Path.of(".");

  /** A process that answers the telephone under the home's own policy, always at 11 o'clock. */
  static final class Answering {
    private Answering() {}

    /** The home, the telephone's port and the trunk's. */
    public static void main(String[] args) throws Exception {
      Instant eleven = China.day(Instant.now()).atTime(11, 0).atZone(CHINA).toInstant();
      Clock clock = Clock.fixed(eleven, CHINA);
      try (Home home = Home.open(Path.of(args[0]), System.getenv())) {
        Session session =
            new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator());
        try (Telephone telephone =
            Telephone.start(
                TrunkEnd.settings(Integer.parseInt(args[1]), Integer.parseInt(args[2])),
                Workshops.switching(
                    home,
                    session.vault(),
                    session.register(),
                    session.authority(),
                    session.chain()),
                Watch.NONE,
                clock)) {
          System.out.println("listening");
          System.out.flush();
          System.in.read(); // until it is killed
        }
      }
    }
  }

  private Process start(Path home, TrunkEnd trunk) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Answering.class.getName(),
                home.toString(),
                Integer.toString(trunk.telephone()),
                Integer.toString(trunk.port()))
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    while (line != null && !line.equals("listening")) {
      line = said.readLine();
    }
    assertThat(line).isEqualTo("listening");
    return child;
  }

  private static void kill(Process child) throws Exception {
    child.destroyForcibly();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  /** Three tries a day are three, whatever is killed between them, and each is recorded. */
  @Test
  void whatWasPutThroughIsRecordedAndTriesAreCountedOn() throws Exception {
    Path home;
    String alias;
    long before;
    try (Switch board = new Switch(folder, 60)) {
      home = board.bureau().home.folder().path();
      alias = board.bureau().release("ag-01", RoaringBitmap.bitmapOf(1)).numbers().get(0);
      before = board.bureau().home.journal().size();
    }
    try (TrunkEnd trunk = new TrunkEnd()) {
      for (int life = 0; life < 2; life++) {
        Process child = start(home, trunk);
        try {
          for (int n = 0; n < 2; n++) {
            String call = "life" + life + "call" + n;
            trunk.ring(alias, MINE, call);
            boolean last = life == 1 && n == 1;
            assertThat(last ? trunk.heard("SIP/2.0 480 ") : trunk.rung())
                .contains(last ? call : alias);
          }
        } finally {
          kill(child);
        }
      }
    }
    try (Home again = Home.open(home, System.getenv())) {
      List<String> did = new ArrayList<>();
      for (byte[] body : again.entries(before, 1_000)) {
        Entry entry = Entry.parse(body);
        if (entry.kind().equals("alias-call")) {
          did.add(entry.value("did").orElseThrow());
        }
      }
      assertThat(did).containsExactly("forwarded", "forwarded", "forwarded", "announced");
    }
  }
}
