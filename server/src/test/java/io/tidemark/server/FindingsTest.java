package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import io.tidemark.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Personal information found over HTTPS: masked, by duty, in full only behind an entry. */
final class FindingsTest {
  private static final String FINDINGS = "/api/v1/findings";
  private static final String PHONE = "13800138000";

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client officer;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    officer = Client.of(server).as("liu.min", town, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, Object> text(String text) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("text", text);
    return asked;
  }

  @Test
  void aTextIsAnsweredWithItsFindingsMaskedAndNothingIsRecordedOrKept() throws Exception {
    long before = town.home.journal().size();
    String key = UUID.randomUUID().toString();
    Said said = officer.post(FINDINGS, key, text("客户 " + PHONE + " 川A12345")).is(200);
    JsonNode first = said.json().get("findings").get(0);
    assertThat(first.get("class").asString()).isEqualTo("mobile");
    assertThat(first.get("masked").asString()).isEqualTo("138****8000");
    assertThat(first.get("place").get("start").asInt()).isEqualTo(3);
    assertThat(first.get("grade").asString()).isEqualTo("sensitive");
    assertThat(first.get("confidence").asString()).isEqualTo("high"); // a plate beside it
    assertThat(first.propertyNames())
        .containsExactly(
            "path",
            "place",
            "class",
            "class_zh",
            "grade",
            "confidence",
            "confidence_percent",
            "form",
            "masked",
            "person",
            "usable");
    assertThat(said.body()).doesNotContain(PHONE, "\"value\"");
    assertThat(said.header("Cache-Control")).contains("no-store");
    assertThat(town.kindsSince(before)).isEmpty();
    officer.post(FINDINGS, key, text("客户 " + PHONE + " 川A12345")).is(409).by("answer-not-kept");
  }

  @Test
  void aFileIsReadAsWhatItIsAndWhatCannotBeReadIsNamed() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("list.csv"));
      zip.write("姓名,手机号\n张伟,13800138000\n李娜,13900139000\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("x.bin"));
      zip.write(new byte[] {1, 2, 3, 4, 0, 6, 7, 8, 1, 1});
    }
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("file", Base64.getEncoder().encodeToString(bytes.toByteArray()));
    JsonNode answer = officer.post(FINDINGS, asked).is(200).json();
    assertThat(answer.get("findings")).hasSize(4);
    assertThat(answer.get("findings").get(0).get("path").asString()).isEqualTo("-!/list.csv");
    assertThat(answer.get("skipped").get(0).get("path").asString()).isEqualTo("-!/x.bin");
    asked.put("file", "no base64 ");
    officer.post(FINDINGS, asked).is(422).by("bad-base64");
    officer.post(FINDINGS, new LinkedHashMap<>()).is(422).by("no-material");
  }

  @Test
  void valuesInFullAreRecordedFirstAndNeedAReason() throws Exception {
    Map<String, Object> asked = text(PHONE);
    asked.put("reveal", true);
    officer.post(FINDINGS, asked).is(422).by("no-reason");
    asked.put("why", "case 7");
    long before = town.home.journal().size();
    Said said = officer.post(FINDINGS, asked).is(200);
    assertThat(said.json().get("findings").get(0).get("value").asString()).isEqualTo(PHONE);
    Entry entry = Entry.parse(town.home.entries(said.json().get("entry").asLong(), 1).get(0));
    assertThat(town.kindsSince(before)).containsExactly("findings-shown");
    assertThat(entry.value("values")).contains("1");
    assertThat(entry.value("why")).contains(Digest.sha256("case 7").toString());
    assertThat(entry.value("actor")).contains("liu.min");
  }

  @Test
  void onlyInvestigatorsAndProtectionOfficersScan() throws Exception {
    Client other = Client.of(server).as("chen.wei", town, clock);
    other.post(FINDINGS, text(PHONE)).is(403).by("not-your-duty");
  }
}
