package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.formats.bundle.CaseJson;
import io.tidemark.formats.bundle.Content;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.KeyRing;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One honey customer that shows up anywhere names its disclosure, and is counted nowhere. */
final class HoneyTest {
  private static final String PARTY = "ag-0002";
  private static final String COLUMNS = "姓名,手机号,车牌号,厂牌型号,地址,终保日期";
  private static final int NAME = 0;
  private static final int MOBILE = 1;
  private static final int PLATE = 2;
  private static final int HONEY = 3;

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  /** A released copy with honey customers. */
  private record Copy(JsonNode done, LeakedTable table) {
    List<List<String>> honey() {
      return table.rows().stream()
          .filter(row -> digits(row.get(MOBILE)).startsWith("154"))
          .toList();
    }

    String id() {
      return done.get("disclosure").asString();
    }
  }

  private static String digits(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .replaceAll("[^0-9]", "");
  }

  private Copy release(String name) throws Exception {
    Path out = folder.resolve(name);
    JsonNode done =
        desk.json(
            0,
            "disclose",
            "--to",
            PARTY,
            "--purpose",
            "renewal-service",
            "--columns",
            COLUMNS,
            "--subjects",
            company.file("subjects/" + PARTY + ".csv"),
            "--honey",
            String.valueOf(HONEY),
            "--out",
            out.toString());
    return new Copy(done, Company.read(out));
  }

  private JsonNode traced(String name, String text) throws Exception {
    return desk.json(0, "trace", Files.writeString(folder.resolve(name), text).toString());
  }

  private static void names(JsonNode answer, Copy copy) {
    assertThat(answer.get("verdict").asString()).isEqualTo("named");
    assertThat(answer.get("accused")).hasSize(1);
    assertThat(answer.get("accused").get(0).get("party").asString()).isEqualTo(PARTY);
    assertThat(answer.get("accused").get(0).get("disclosure").asString()).isEqualTo(copy.id());
  }

  @Test
  void oneHoneyRowNamesItsDisclosureAsARowAsAPostAndByItsPhone() throws Exception {
    Copy first = release("first.csv");
    Copy second = release("second.csv");
    for (Copy copy : List.of(first, second)) {
      List<String> row = copy.honey().get(2);
      Path csv = folder.resolve(copy.id() + ".csv");
      FileShape.UTF8.write(csv, new LeakedTable(copy.table().headings(), List.of(row)));
      names(desk.json(0, "trace", csv.toString()), copy);
      String name = row.get(NAME).replaceAll("\\s", "");
      names(
          traced(
              copy.id() + "-post.txt", "车牌" + row.get(PLATE) + " 车主：" + name + " 12月到期 报价3200\n"),
          copy);
      names(traced(copy.id() + "-phone.txt", "出单 " + row.get(MOBILE) + "\n"), copy);
    }
    Set<String> numbers = new HashSet<>();
    for (Copy copy : List.of(first, second)) {
      copy.honey().forEach(row -> assertThat(numbers.add(digits(row.get(MOBILE)))).isTrue());
    }
  }

  @Test
  void honeyCustomersAreCountedNowhere() throws Exception {
    Copy copy = release("counted.csv");
    int people = copy.done().get("rows").asInt();
    assertThat(copy.table().rows()).hasSize(people + HONEY);
    assertThat(copy.honey()).hasSize(HONEY);
    Ledgers ledger = Ledgers.of(company.held);
    ledger.entries().stream()
        .filter(entry -> entry.value("disclosure").equals(java.util.Optional.of(copy.id())))
        .filter(entry -> entry.kind().equals("disclosure"))
        .forEach(
            entry -> {
              assertThat(entry.value("people")).contains(String.valueOf(people));
              assertThat(entry.value("honey")).contains(String.valueOf(HONEY));
            });
    long records = company.held.disclosures().records();
    JsonNode answer = traced("alone.txt", "客户 " + copy.honey().get(0).get(MOBILE) + "\n");
    assertThat(company.held.disclosures().records()).isEqualTo(records);
    int inquiry = answer.get("entry").asInt() - 1;
    assertThat(Ledgers.of(company.held).entries().get(inquiry).value("people")).contains("0");
    assertThat(answer.get("candidates").get(0).get("rows_explained").asInt()).isZero();
    assertThat(answer.get("candidates").get(0).get("evidence").get("honey_rows").asInt())
        .isEqualTo(1);
  }

  @Test
  void theEvidenceOfOneHoneyRowIsCheckedOfflineAndAFlippedDigitShows() throws Exception {
    Copy copy = release("evidence.csv");
    List<String> row = copy.honey().get(1);
    JsonNode answer =
        traced(
            "evidence.txt",
            "车主：" + row.get(NAME) + " " + row.get(MOBILE) + " " + row.get(PLATE) + "\n");
    names(answer, copy);
    Path bundle = folder.resolve("honey.zip");
    desk.json(0, "evidence", answer.get("case").asString(), "--out", bundle.toString());
    Desk.say(List.of("verify", bundle.toString(), "--key", company.key, "--lang", "en"))
        .ends(0)
        .because("The bundle is valid.");

    Content content = BundleFile.read(bundle).content();
    CaseFile file = content.bundle().file();
    CaseFile.HoneyRow seen = file.honey().get(0);
    Map<FieldClass, PersonalText> cells = new TreeMap<>(seen.cells());
    cells.computeIfPresent(FieldClass.MOBILE, (field, text) -> flipped(text));
    assertThat(failed(content, seen, new CaseFile.HoneyRow(1, cells, seen.invented())))
        .contains("case", "score");
    CaseFile.Invented other = new CaseFile.Invented(copy.id(), seen.invented().get(0).draw() ^ 1);
    assertThat(failed(content, seen, new CaseFile.HoneyRow(1, seen.cells(), List.of(other))))
        .contains("case", "score");
    List<CaseFile.Invented> twice = List.of(seen.invented().get(0), seen.invented().get(0));
    assertThat(failed(content, seen, new CaseFile.HoneyRow(1, seen.cells(), twice)))
        .contains("case")
        .doesNotContain("score");
  }

  private static PersonalText flipped(PersonalText mobile) {
    String text = mobile.reveal(Reveal.TRACE);
    return PersonalText.of(text.substring(0, 10) + (text.charAt(10) == '3' ? '4' : '3'));
  }

  private List<String> failed(Content content, CaseFile.HoneyRow seen, CaseFile.HoneyRow changed)
      throws Exception {
    Bundle old = content.bundle();
    CaseFile file = old.file();
    assertThat(file.honey()).containsExactly(seen);
    CaseFile other =
        new CaseFile(
            file.id(),
            file.attempt(),
            file.material(),
            file.rows(),
            file.verdict(),
            file.candidates(),
            file.threshold(),
            file.outside(),
            file.seen(),
            file.ranking(),
            file.leak(),
            List.of(changed));
    Bundle forged =
        new Bundle(
            other,
            Digest.sha256(new CaseJson().write(other)),
            old.accused(),
            old.attribution(),
            old.inquiry(),
            old.ledger());
    Path target = folder.resolve("forged.zip");
    try (OutputStream out = Files.newOutputStream(target)) {
      BundleFile.write(
          out,
          new Content(forged, content.places(), content.html(), content.pdf()),
          company.held.keys().key(KeyRing.Use.MANIFEST));
    }
    List<String> failed = new ArrayList<>();
    Desk.Said said =
        Desk.say(
            List.of("verify", target.toString(), "--key", company.key, "--json", "--lang", "en"));
    for (JsonNode check : said.ends(1).json().get("checks")) {
      if (check.get("needed").asBoolean() && !check.get("ok").asBoolean()) {
        failed.add(check.get("name").asString());
      }
    }
    return failed;
  }
}
