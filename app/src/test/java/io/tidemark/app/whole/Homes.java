package io.tidemark.app.whole;

import java.nio.file.Files;
import java.nio.file.Path;

/** Homes that a test has to itself. */
final class Homes {
  /** An insurer, one agent, and what the agent may be given. */
  static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: ag-0001, kind: agent, parent: hq, name: 锦程代理}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: chen.wei, party: hq, duties: [approver]}
      grants:
        - to: ag-0001
          purpose: renewal-service
          columns: [姓名, 手机号, 车牌号, 厂牌型号, 地址, 终保日期, 备注]
          forms: {手机号: plain}
          people_at_most: 5000
          until: 2027-12-31
          approved_by: [liu.min, chen.wei]
      """;

  private Homes() {}

  /** The agent's copy of everybody, written there. */
  static Path copy(Desk desk, Path file) {
    desk.json(
        0,
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
        file.toString());
    return file;
  }

  /** A home with that chain, {@code home} in this folder; nobody holds it open. */
  static Desk small(Path folder) throws Exception {
    Path chain = Files.writeString(folder.resolve("chain.yaml"), CHAIN);
    Desk desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", chain.toString());
    return desk;
  }
}
