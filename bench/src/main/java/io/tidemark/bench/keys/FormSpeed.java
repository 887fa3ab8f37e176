package io.tidemark.bench.keys;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.bench.peer.PeerTable;
import io.tidemark.bench.peer.ShardingSphere;
import io.tidemark.chainsim.chain.Chain;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The same long list to one department after the other, each in another form. */
final class FormSpeed {
  private static final List<Integer> DONE = List.of(0);
  private static final double BAR = 1.5;
  private static final String PURPOSE = "renewal-service";
  private static final String PLAIN = "dp-plain";
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final int WARM = 5_000;
  private static final List<FieldClass> COLUMNS =
      PeerTable.COLUMNS.stream().map(name -> FieldClass.named(name).orElseThrow()).toList();

  private final Stage stage;
  private final Path folder;
  private final int people;

  FormSpeed(Stage stage) throws IOException {
    this.stage = stage;
    this.folder = Files.createDirectories(stage.folder().resolve("forms"));
    this.people = stage.size(1_000_000, 10_000);
  }

  /** A department and the form in which it is given numbers. */
  private record Department(String id, Form form, Words named) {}

  private static final List<Department> OTHERS =
      List.of(
          new Department("dp-masked", Form.MASKED, new Words("掩码", "masks")),
          new Department("dp-token", Form.TOKEN, new Words("标记", "tokens")));

  static Words remark() {
    return new Words(
        "形式：同一份清单逐个部门释放为 CSV，六列，手机号一列换形式；之前先释放一小份预热。对照在另一进程中读取并写成 JSON，手机号掩码，六列皆加密。",
        "Forms: the same list to one department after the other as CSV, six columns, the phone in"
            + " another form; a small one before, to warm up. The peer, in a process of its own, reads"
            + " as JSON, the phone masked, all six columns encrypted.");
  }

  List<Line> lines() throws Exception {
    Files.writeString(folder.resolve("chain.yaml"), chain().yaml());
    PortfolioGenerator portfolio = new PortfolioGenerator(stage.seed(), people, Untidiness.none());
    PortfolioFile.write(
        folder.resolve("portfolio.csv"),
        StandardCharsets.UTF_8,
        PortfolioGenerator.COLUMNS,
        portfolio.rows().limit(people));
    subjects("all.csv", portfolio.rows().limit(people));
    subjects("few.csv", portfolio.rows().limit(WARM));
    stage.say("存入 " + people + " 件…", "depositing " + people + " …");
    try (Ground ground = Ground.init(stage, folder)) {
      ground.shell().expect(List.of(0, 6), "deposit", ground.file("portfolio.csv").toString());
      try (Connection connection = ground.connection()) {
        PeerTable.fill(connection, portfolio.rows().limit(WARM).toList());
      }
      int rounds = stage.size(40, 3);
      Optional<ShardingSphere.Peers> peers =
          ShardingSphere.read(stage, ground, WARM, rounds, rounds);
      for (Department each : OTHERS) {
        seconds(ground, each.id(), "few.csv");
      }
      stage.say("释放同一份清单…", "releasing the same list …");
      double plain = seconds(ground, PLAIN, "all.csv");
      List<Line> lines = new ArrayList<>();
      lines.add(
          Line.reported(
              new Words("释放 " + people + " 行，明文", "a release of " + people + " rows in plain"),
              peers.map(FormSpeed::peer).orElse(ShardingSphere.MISSING),
              Line.same(String.format(Locale.ROOT, "%.1f s, %,.0f/s", plain, people / plain))));
      for (Department each : OTHERS) {
        double seconds = seconds(ground, each.id(), "all.csv");
        lines.add(
            new Line(
                new Words("同一份，" + each.named().zh(), "the same in " + each.named().en()),
                Line.same("–"),
                Line.same(
                    String.format(Locale.ROOT, "%.1f s, ratio %.2f", seconds, seconds / plain)),
                Line.same("1.5"),
                Bar.clock(BAR).judge(seconds / plain)));
      }
      return lines;
    }
  }

  private static Words peer(ShardingSphere.Peers peers) {
    return Line.same(
        String.format(
            Locale.ROOT,
            "ShardingSphere %,.0f/s, JDBC %,.0f/s",
            WARM * 1_000 / peers.sharding().median(),
            WARM * 1_000 / peers.plain().median()));
  }

  private void subjects(String file, Stream<List<String>> rows) throws IOException {
    PortfolioFile.write(
        folder.resolve(file),
        StandardCharsets.UTF_8,
        List.of("保单号"),
        rows.map(row -> List.of(row.get(POLICY_NUMBER))));
  }

  private double seconds(Ground ground, String to, String subjects) throws IOException {
    Path out = ground.file(to + "-" + subjects);
    long begun = System.nanoTime();
    ground
        .shell()
        .expect(
            DONE,
            "disclose",
            "--to",
            to,
            "--purpose",
            PURPOSE,
            "--columns",
            String.join(",", PeerTable.COLUMNS),
            "--subjects",
            ground.file(subjects).toString(),
            "--out",
            out.toString());
    double seconds = (System.nanoTime() - begun) / 1e9;
    Files.delete(out);
    return seconds;
  }

  private Chain chain() {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party("hq", PartyKind.INSURER, Optional.empty(), "示例财险总公司"));
    List<Chain.Grant> grants = new ArrayList<>();
    Stream.concat(
            Stream.of(new Department(PLAIN, Form.PLAIN, new Words("明文", "plain"))), OTHERS.stream())
        .forEach(
            each -> {
              parties.add(
                  new Party(each.id(), PartyKind.DEPARTMENT, Optional.of("hq"), each.named().zh()));
              grants.add(
                  new Chain.Grant(
                      each.id(),
                      PURPOSE,
                      COLUMNS,
                      Map.of(FieldClass.MOBILE, each.form()),
                      people,
                      LocalDate.now().plusYears(1),
                      List.of("liu.min", "chen.wei")));
            });
    return new Chain(
        parties,
        List.of(
            new Chain.Member("liu.min", "hq", List.of("protection-officer")),
            new Chain.Member("chen.wei", "hq", List.of("approver"))),
        grants);
  }
}
