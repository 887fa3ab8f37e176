package io.tidemark.app.whole;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.tidemark.app.Session;
import io.tidemark.app.Tidemark;
import io.tidemark.authorise.Actor;
import io.tidemark.store.home.Home;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import io.tidemark.vault.Salt;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A process that deposits and discloses, and shows its memory twice: {@code open.hprof} while it
 * holds a home, {@code closed.hprof} after everything was closed.
 */
final class HeapScene {
  private HeapScene() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String home = folder.resolve("home").toString();
    run("deposit", folder.resolve("portfolio.csv").toString(), "--home", home);
    run(
        "disclose",
        "--to",
        "ag-0001",
        "--purpose",
        "renewal-service",
        "--columns",
        "姓名,手机号,车牌号,厂牌型号,地址,终保日期",
        "--where",
        "终保日期 2020-01-01..2099-12-31",
        "--out",
        folder.resolve("copy.csv").toString(),
        "--home",
        home);
    held(folder);
    show(folder.resolve("closed.hprof"));
  }

  private static void run(String... command) {
    int exit = Tidemark.run(System.out, System.err, command);
    if (exit != 0) {
      throw new IllegalStateException("exit " + exit);
    }
  }

  private static void held(Path folder) throws Exception {
    Home home = Home.open(folder.resolve("home"), System.getenv());
    try (Session session =
        new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator())) {
      PersonalText number = PersonalText.of("PDAA20265101000001");
      Content content =
          new Content.Builder().put(FieldClass.POLICY_NUMBER, number, number, "").build();
      session.vault().seal(content, UUID.randomUUID(), Salt.draw());
      show(folder.resolve("open.hprof"));
    }
  }

  /** What can still be reached; garbage is collected before. */
  private static void show(Path file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
  }
}
