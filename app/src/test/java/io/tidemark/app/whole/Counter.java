package io.tidemark.app.whole;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A home of one branch with two customers, of whom the first is in lin.na's book and has claim
 * CL-1, which ma.chao handles.
 *
 * @param desk types commands on it
 * @param folder holds its files
 */
record Counter(Desk desk, Path folder) {
  static final String POLICY = "PDAA2026000000000001";
  static final String OTHER = "PDAA2026000000000002";
  static final String PLATE = "川A12345";
  static final String NAME = "欧阳试甲";
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: br-01, kind: branch, parent: hq, name: 成都分公司}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: lin.na, party: br-01, duties: [renewal-clerk]}
        - {id: ma.chao, party: br-01, duties: [claims-handler]}
      """;

  /** Lays it down in this folder; nobody holds it open. */
  static Counter open(Path folder) throws Exception {
    Desk desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", file(folder, "chain.yaml", CHAIN));
    desk.type(
        "deposit",
        file(
            folder,
            "people.csv",
            "姓名,手机号,车牌号,保单号,终保日期\n"
                + (NAME + ",13800138001," + PLATE + "," + POLICY + ",2027-03-01\n")
                + ("欧阳试乙,13800138002,川A54321," + OTHER + ",2027-03-02\n")));
    desk.json(0, "assign", "books", file(folder, "books.csv", "保单号,归属\n" + POLICY + ",lin.na\n"));
    return new Counter(desk, folder);
  }

  static String file(Path folder, String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Enrols a person; the path of the key file. */
  String enrol(String person) throws Exception {
    String key = folder.resolve(person + ".key").toString();
    desk.json(0, "people", "enrol", person, "--key-out", key);
    return key;
  }
}
