package io.tidemark.bench.keys;

import io.tidemark.bench.Ground;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Shell;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Many people erased at once, out of ten times as many, until nothing is left in the files. */
final class ErasureSpeed {
  private static final List<Integer> DONE = List.of(0);
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final int OF = 10;
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
      """;

  private final Stage stage;
  private final Path folder;
  private final int people;

  ErasureSpeed(Stage stage) throws IOException {
    this.stage = stage;
    this.folder = Files.createDirectories(stage.folder().resolve("erasure"));
    this.people = stage.size(10_000, 500);
  }

  static Words remark() {
    return new Words(
        "删除：名单中的人，占保管人数的十分之一；时间含账目、重写各表与删除旧 WAL，之后 ledger fsck 通过，并在数据库与账本的每个字节中查找被删除者的盐（16 字节，其密钥皆由它导出）。",
        "Erasure: the people of a list, a tenth of those in custody; the time includes the entries,"
            + " the tables written anew and the removal of older WAL; ledger fsck is clean after it; every byte of database and ledger is then searched for the 16-byte salts on which the keys of the erased hang.");
  }

  Line line() throws DatabaseUnavailable, HomeFault, IOException, SQLException {
    stage.say("删除 " + people + " 人…", "erasing " + people + " …");
    PortfolioGenerator generator =
        new PortfolioGenerator(stage.seed(), (long) OF * people, Untidiness.none());
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioFile.write(
        portfolio, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, generator.rows());
    Path subjects = folder.resolve("subjects.csv");
    PortfolioFile.write(
        subjects,
        StandardCharsets.UTF_8,
        List.of("保单号"),
        generator.rows().limit(people).map(row -> List.of(row.get(POLICY_NUMBER))));
    Path chain = Files.writeString(folder.resolve("chain.yaml"), CHAIN);
    String key = folder.resolve("liu.min.key").toString();
    Path at = folder.resolve("home");
    Shell shell = stage.shell(at);
    shell.expect(DONE, "init", "--chain", chain.toString());
    shell.expect(DONE, "people", "enrol", "liu.min", "--key-out", key);
    shell.expect(List.of(0, 6), "deposit", portfolio.toString());
    Map<UUID, byte[]> erased = salts(at);
    int before = new Remains(erased.values()).in(at.resolve("database"));
    long begun = System.nanoTime();
    JsonNode said =
        shell.expect(
            DONE,
            "erase",
            "--as",
            "liu.min",
            "--credential",
            key,
            "--subjects",
            subjects.toString(),
            "--why",
            "bench");
    double seconds = (System.nanoTime() - begun) / 1e9;
    shell.expect(DONE, "ledger", "fsck");
    erased.keySet().removeAll(salts(at).keySet());
    Remains remains = new Remains(erased.values());
    int left = remains.in(at.resolve("database")) + remains.in(at.resolve("ledger"));
    return new Line(
        new Words("删除 " + people + " 份保单的人", "erasure of the people of " + people + " policies"),
        Line.same("–"),
        new Words(
            String.format(
                Locale.ROOT,
                "%.1f s：%d 人、%d 份；在文件中找到的盐，之前 %d（所有人），之后 %d（被删除者）",
                seconds,
                said.get("people").asInt(),
                said.get("records").asInt(),
                before,
                left),
            String.format(
                Locale.ROOT,
                "%.1f s: %d people, %d policies; salts found in the files before %d (of everybody), after %d (of the erased)",
                seconds,
                said.get("people").asInt(),
                said.get("records").asInt(),
                before,
                left)),
        new Words("之后一个也没有", "none after"),
        before > 0 && !erased.isEmpty() && left == 0 ? Outcome.MET : Outcome.WRONG);
  }

  /** Every person's salt, on which all own keys hang. */
  private static Map<UUID, byte[]> salts(Path at)
      throws HomeFault, DatabaseUnavailable, IOException, SQLException {
    Map<UUID, byte[]> salts = new HashMap<>();
    try (Home home = Home.open(at, System.getenv());
        Connection connection = Ground.connection(home.folder().path());
        PreparedStatement select = connection.prepareStatement("select key, salt from person");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        salts.put(rows.getObject(1, UUID.class), rows.getBytes(2));
      }
    }
    return salts;
  }
}
