package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is told before a release: who holds the same people, and what a refused list lacks. */
final class BeforeReleaseTest {
  private static final String EVERYBODY = "终保日期 2020-01-01..2039-12-31";

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  private JsonNode request(String columns) {
    return desk.json(
        0,
        company.as(
            "wang.fang",
            "request",
            "--to",
            "ag-0002",
            "--purpose",
            "renewal-service",
            "--columns",
            columns,
            "--subjects",
            company.file("subjects/ag-0001.csv")));
  }

  @Test
  void whoHoldsTheSamePeopleIsToldByTheRequestAndBeforeTheRelease() {
    JsonNode asked = request("姓名,车牌号,厂牌型号,地址");
    assertThat(asked.get("identical_to")).extracting(JsonNode::asString).contains("ag-0001");
    assertThat(asked.get("identical_count").asInt()).isPositive();
    assertThat(asked.get("separated_by")).extracting(JsonNode::asString).contains("marks");
    assertThat(asked.get("recipients_counted").asInt()).isGreaterThan(50);
    assertThat(asked.get("demand_met").asBoolean()).isTrue();

    String id = asked.get("request").asString();
    for (String approver : new String[] {"chen.wei", "zhao.lei", "liu.min"}) {
      desk.type(company.as(approver, "approve", id));
    }
    Path copy = folder.resolve("copy.csv");
    Desk.Said said = desk.type("disclose", id, "--out", copy.toString(), "--json").ends(0);
    assertThat(said.json().get("identical_to"))
        .extracting(JsonNode::asString)
        .contains("ag-0001")
        .doesNotContain("ag-0002");
    assertThat(said.err()).contains("exactly the same people are held by").contains("ag-0001");
  }

  @Test
  void aListThatNobodyElseHoldsHasNoTwin() {
    JsonNode asked =
        desk.json(
            0,
            company.as(
                "wang.fang",
                "request",
                "--to",
                "ag-0002",
                "--purpose",
                "renewal-service",
                "--columns",
                "姓名,厂牌型号,地址",
                "--where",
                "终保日期 2026-01-01..2027-02-03 and 厂牌型号!=无"));
    assertThat(asked.get("identical_to")).isEmpty();
    assertThat(asked.get("identical_count").asInt()).isZero();
  }

  @Test
  void withoutMarksAndHoneyNothingTellsTwoCopiesApart() {
    assertThat(request("姓名,车牌号").get("separated_by")).isEmpty();
  }

  private Desk.Said refused(String language) {
    return desk.typeIn(
            language,
            "disclose",
            "--to",
            Company.AGENT,
            "--purpose",
            "renewal-service",
            "--columns",
            "姓名,车牌号",
            "--where",
            EVERYBODY,
            "--out",
            folder.resolve("no.csv").toString())
        .ends(4);
  }

  @Test
  void aRefusalNamesWhatWouldHelp() {
    refused("en")
        .because(
            "named from 10 rows as released",
            "no number of rows as released",
            "with address in plain as well: ",
            ", enough",
            "honey customers",
            "at most 25 people");
    refused("zh").because("制度要求原样 10 行", "再以明文给出地址：原样", "，足够", "蜜罐客户", "不超过 25 人");
    assertThat(folder.resolve("no.csv")).doesNotExist();
  }

  @Test
  void aRequestSaysWhetherItWouldBeRefused() {
    desk.type(
            company.as(
                "wang.fang",
                "request",
                "--to",
                "ag-0002",
                "--purpose",
                "renewal-service",
                "--columns",
                "姓名,车牌号",
                "--where",
                EVERYBODY))
        .ends(0)
        .because("as it stands, disclose would refuse it", "with address in plain as well");
  }
}
