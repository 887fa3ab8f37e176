package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.home.Home;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tokens keep the shape of a number, differ between parties, and come back with a right only. */
final class TokensTest {
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: pf-01, kind: platform, parent: hq, name: 车主平台}
        - {id: pf-02, kind: platform, parent: hq, name: 另一平台}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: chen.wei, party: hq, duties: [approver]}
      grants:
        - to: pf-01
          purpose: renewal-service
          columns: [保单号, 手机号, 厂牌型号]
          forms: {手机号: token}
          people_at_most: 5000
          until: 2027-12-31
          approved_by: [liu.min, chen.wei]
        - to: pf-02
          purpose: renewal-service
          columns: [保单号, 手机号, 厂牌型号]
          forms: {手机号: token}
          people_at_most: 5000
          until: 2027-12-31
          approved_by: [liu.min, chen.wei]
      """;

  /** So few that no rows to name are demanded: tokens carry no marks. */
  private static final int PEOPLE = 20;

  @TempDir private Path folder = Path.of(".");

  private String credential(String person) {
    return folder.resolve(person + ".key").toString();
  }

  private Desk.Said turnBack(Desk desk, String person, String party, String column, String typed) {
    InputStream terminal = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return desk.type(
          "tokens",
          "--as",
          person,
          "--credential",
          credential(person),
          "--party",
          party,
          "--column",
          column,
          "--why",
          "a complaint",
          "--json");
    } finally {
      System.setIn(terminal);
    }
  }

  private List<String[]> released(Desk desk, String party) throws Exception {
    Path copy = folder.resolve(party + ".csv");
    desk.json(
        0,
        "disclose",
        "--to",
        party,
        "--purpose",
        "renewal-service",
        "--columns",
        "保单号,手机号",
        "--where",
        "终保日期 2020-01-01..2099-12-31",
        "--out",
        copy.toString());
    return Files.readAllLines(copy).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  @Test
  void twoPlatformsCannotJoinTheirListsAndOnlyAnOfficerTurnsTokensBack() throws Exception {
    Desk desk = new Desk(folder.resolve("home"));
    desk.json(
        0, "init", "--chain", Files.writeString(folder.resolve("chain.yaml"), CHAIN).toString());
    for (String person : List.of("liu.min", "chen.wei")) {
      desk.json(0, "people", "enrol", person, "--key-out", credential(person));
    }
    List<List<String>> rows =
        new PortfolioGenerator(9, PEOPLE, Untidiness.none()).rows().limit(PEOPLE).toList();
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioFile.write(
        portfolio, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, rows.stream());
    desk.json(0, "deposit", portfolio.toString());
    Set<String> phones = column(rows, "手机号");
    Set<String> policies = column(rows, "保单号");

    List<String[]> one = released(desk, "pf-01");
    List<String[]> two = released(desk, "pf-02");
    Set<String> first = new HashSet<>();
    one.forEach(row -> first.addAll(List.of(row)));
    assertThat(two).allSatisfy(row -> assertThat(first).doesNotContain(row[0], row[1]));
    assertThat(one)
        .hasSameSizeAs(two)
        .allSatisfy(
            row -> {
              assertThat(policies).doesNotContain(row[0]);
              assertThat(row[0]).matches("[A-Z0-9]{18,24}");
              assertThat(row[1]).matches("2[0-9]{10}");
            });

    String tokens = one.stream().map(row -> row[1]).collect(Collectors.joining("\n"));
    JsonNode back = turnBack(desk, "liu.min", "pf-01", "手机号", tokens).ends(0).json();
    List<String> values = new ArrayList<>();
    back.get("tokens").forEach(row -> values.add(row.get("value").asString()));
    assertThat(values).hasSameSizeAs(one).allMatch(phones::contains);

    assertThat(turnBack(desk, "liu.min", "pf-02", "手机号", tokens).json().get("tokens"))
        .noneMatch(row -> phones.contains(String.valueOf(row.get("value").asString(""))));
    turnBack(desk, "chen.wei", "pf-01", "手机号", tokens).ends(4);
    turnBack(desk, "liu.min", "pf-03", "手机号", tokens).ends(2);
    turnBack(desk, "liu.min", "pf-01", "手机号", "\n").ends(2);
    turnBack(desk, "liu.min", "pf-01", "姓名", "T-00112233445566778899").ends(1);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Ledgers ledger = Ledgers.of(home);
      assertThat(ledger.values("refusal", "act")).contains("TURN_BACK");
      assertThat(ledger.values("turned-back", "party")).containsExactlyInAnyOrder("pf-01", "pf-02");
    }
  }

  private static Set<String> column(List<List<String>> rows, String name) {
    int place = PortfolioGenerator.COLUMNS.indexOf(name);
    return rows.stream().map(row -> row.get(place)).collect(Collectors.toSet());
  }
}
