package io.tidemark.bench.authority;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.bench.peer.PeerTable;
import io.tidemark.bench.peer.ShardingSphere;
import io.tidemark.bench.peer.Times;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A list of 1,000 people, ordered by a partner's system and answered with its rows over mutual TLS,
 * beside the same rows in plain text by JDBC, and by ShardingSphere-JDBC with encryption and mask.
 * The peers write the same JSON into memory: they decide, mark and record nothing, and speak no
 * HTTP.
 */
final class ListSpeed {
  /** The overhead that an encrypting SQL proxy publishes. */
  private static final double AIM = 1.18;

  private static final double REVOKED_BAR = 1;

  private final Stage stage;

  ListSpeed(Stage stage) {
    this.stage = stage;
  }

  List<Line> measure() throws Exception {
    Path folder = Files.createDirectory(stage.folder().resolve("lists"));
    int rounds = stage.size(300, 15);
    int warm = stage.size(2_000, 5);
    stage.say("准备 1,000 人的清单…", "preparing a list of 1,000 people …");
    ListWorld world = ListWorld.write(folder, stage.seed(), stage.size(20_000, 1_200));
    try (Ground ground = Ground.init(stage, folder)) {
      ground.shell().expect(List.of(0), "deposit", ground.file("portfolio.csv").toString());
      ground
          .shell()
          .expect(
              List.of(0),
              "partner",
              "people",
              ListWorld.AGENT,
              "--subjects",
              ground.file("book.csv").toString());
      try (Connection connection = ground.connection()) {
        PeerTable.fill(connection, world.rows());
      }
      Optional<ShardingSphere.Peers> peers =
          ShardingSphere.read(stage, ground, ListWorld.PEOPLE, warm, rounds);
      double cold;
      double revoked;
      Times ours;
      try (ServedHome served = ServedHome.start(ground);
          PartnerSystem system =
              PartnerSystem.certified(ground, served.partners(), served.certificate())) {
        stage.say("测量经接口取用清单…", "measuring lists over the API …");
        cold = system.list() / 1e6;
        for (int round = 0; round < warm; round++) {
          system.list();
        }
        long[] times = new long[rounds];
        for (int round = 0; round < rounds; round++) {
          times[round] = system.list();
        }
        ours = Times.of(times);
        ground.shell().expect(List.of(0), "revoke", system.grant(), "--why", "bench");
        revoked = system.untilNoneIsUsable() / 1e9;
      }
      List<Line> lines = lines(cold, ours, peers);
      lines.add(
          new Line(
              new Words("另一节点撤销授权后，此节点不再准用", "a grant that another node revoked is refused here"),
              Line.same("–"),
              Line.same(String.format(Locale.ROOT, "after %.3f s", revoked)),
              Line.same("< 1 s"),
              Bar.clock(REVOKED_BAR).judge(revoked)));
      return lines;
    }
  }

  private static List<Line> lines(double cold, Times ours, Optional<ShardingSphere.Peers> peers) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.reported(
            new Words(
                "1,000 人的清单经接口取用，服务启动后的第一份",
                "a list of 1,000 people over the API, the first after the start"),
            Line.same("–"),
            Line.same(String.format(Locale.ROOT, "%.0f ms", cold))));
    lines.add(
        new Line(
            new Words(
                "同上，预热后；对照 ShardingSphere-JDBC 加密与掩码",
                "the same, warm; beside ShardingSphere-JDBC encrypt and mask"),
            peers.map(both -> Line.same(both.sharding().text())).orElse(ShardingSphere.MISSING),
            Line.same(ours.text()),
            new Words("比它快", "faster than it"),
            peers
                .map(
                    both -> ours.median() < both.sharding().median() ? Outcome.MET : Outcome.MISSED)
                .orElse(Outcome.NO_BAR)));
    lines.add(
        Line.reported(
            new Words(
                "对照同样各行的 JDBC 明文；目标 " + AIM,
                "beside the same rows in plain text by JDBC; the aim is " + AIM),
            peers.map(both -> Line.same(both.plain().text())).orElse(ShardingSphere.MISSING),
            peers
                .map(
                    both ->
                        Line.same(
                            String.format(
                                Locale.ROOT, "ratio %.1f", ours.median() / both.plain().median())))
                .orElse(Line.same("–"))));
    return lines;
  }

  /** What was compared with what. */
  static Words remark() {
    return new Words(
        "清单：一个保持的连接上一次 POST（HttpCore，Prefer: return=representation），双向 TLS，含决定、解封、掩码、标记、两条账目与幂等；六列，手机号掩码。对照在另一进程中只把同样的行读成同样的 JSON 写入内存：不经 HTTP，不决定、不标记、不记账。同一台机器、同一个 PostgreSQL、同样多的预热（各 2,000 份）。",
        "Lists: one POST on a kept connection (HttpCore, Prefer: return=representation), mutual TLS, after 2,000 lists to warm up, with decision, opening, mask, mark, two entries and the idempotency key; six columns, the phone masked. The peers, in a process of their own, read the same rows as the same JSON into memory: no HTTP, no decision, no mark, no entry. Same machine, same PostgreSQL, as many rounds to warm up.");
  }
}
