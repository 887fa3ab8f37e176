package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.formats.report.BuyerCopyPage;
import io.tidemark.history.Event;
import io.tidemark.store.home.Home;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.multipdf.Splitter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Documents that carry whose copy they are, and the copy of a policy for a vehicle's new owner. */
final class DocumentMarksTest {
  private static final String VIN = "LSVAB4BR5DN123456";
  private static final String FORMER = "欧阳试甲";
  private static final String IDENTITY = "110101199003070038";
  private static final String MOBILE = "13800138001";
  private static final String PLATE = "川A12345";
  private static final String ADDRESS = "四川省成都市武侯区人民南路四段11号";
  private static final String BUYER = "司徒新主";
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: dl-01, kind: dealer, name: 安和4S店}
        - {id: dl-02, kind: dealer, name: 安顺4S店}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: chen.jie, party: hq, duties: [owner-service]}
        - {id: lin.na, party: hq, duties: [renewal-clerk]}
      """;

  @TempDir private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));
  private @Nullable Home open;

  @BeforeEach
  void openAHome() throws Exception {
    desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", Counter.file(folder, "chain.yaml", CHAIN));
    desk.type(
            "deposit",
            Counter.file(
                folder,
                "people.csv",
                "姓名,证件号码,手机号,车牌号,车架号,厂牌型号,地址,保单号,险种,起保日期,终保日期,保费,备注\n"
                    + String.join(
                        ",",
                        FORMER,
                        IDENTITY,
                        MOBILE,
                        PLATE,
                        VIN,
                        "大众帕萨特",
                        ADDRESS,
                        "PDAA2026000000000001")
                    + ",商业险,2026-03-02,2027-03-01,4210.50,客户"
                    + FORMER
                    + "要求周末联系\n"))
        .ends(0);
    for (String person : List.of("liu.min", "chen.jie", "lin.na")) {
      desk.json(0, "people", "enrol", person, "--key-out", path(person + ".key"));
    }
    open = Home.open(desk.home(), System.getenv()); // keeps its database running meanwhile
  }

  @AfterEach
  void closeIt() {
    if (open != null) {
      open.close();
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Desk.Said typed(String person, String lines, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--as", person, "--json", "--credential", path(person + ".key")));
    return desk.given(lines, args.toArray(String[]::new));
  }

  private String original() throws Exception {
    byte[] page =
        BuyerCopyPage.pdf(
            Map.of(FieldClass.VIN, PersonalText.of(VIN)),
            PersonalText.of(FORMER),
            BuyerCopyId.random(),
            Instant.parse("2026-05-01T00:00:00Z"));
    return Files.write(folder.resolve("policy.pdf"), page).toString();
  }

  private JsonNode marked(String party, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("mark", "pdf", original(), "--to", party, "--purpose", "claims"));
    command.addAll(List.of("--out", path(party + ".pdf")));
    command.addAll(List.of(more));
    return desk.json(0, command.toArray(String[]::new));
  }

  @Test
  void aCopyNamesTheOneItWasMadeForAndAnotherCopyAnother() throws Exception {
    String first = marked("dl-01").get("mark").asString();
    String second = marked("dl-02").get("mark").asString();
    assertThat(first).isNotEqualTo(second);
    JsonNode read = desk.json(0, "read", "pdf", path("dl-02.pdf"), path("dl-01.pdf"));
    assertThat(read.get("documents").get(0).get("to").asString()).isEqualTo("dl-02");
    assertThat(read.get("documents").get(0).get("mark").asString()).isEqualTo(second);
    assertThat(read.get("documents").get(1).get("to").asString()).isEqualTo("dl-01");
    assertThat(read.get("documents").get(1).get("bound").asDouble()).isLessThan(1e-10);
    JsonNode unmarked = desk.json(1, "read", "pdf", path("policy.pdf"));
    assertThat(unmarked.get("documents").get(0).get("mark").isNull()).isTrue();
    anotherHomeReadsNothing();
  }

  private void anotherHomeReadsNothing() throws Exception {
    Desk other = new Desk(folder.resolve("other"));
    other.json(0, "init", "--chain", path("chain.yaml"));
    JsonNode read = other.json(1, "read", "pdf", path("dl-01.pdf"));
    assertThat(read.get("documents").get(0).get("mark").isNull()).isTrue();
    assertThat(read.get("documents").get(0).get("structure").isNull()).isTrue();
  }

  @Test
  void aTraceNamesTheRecipientOfADocumentInAnArchive() throws Exception {
    marked("dl-01");
    Path archive = folder.resolve("posts.zip");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("found.pdf"));
      zip.write(Files.readAllBytes(folder.resolve("dl-01.pdf")));
      zip.closeEntry();
    }
    JsonNode traced = desk.json(0, "trace", archive.toString());
    assertThat(traced.get("verdict").asString()).isEqualTo("named");
    assertThat(traced.get("accused").get(0).get("party").asString()).isEqualTo("dl-01");
    JsonNode unmarked = desk.type("trace", original(), "--json").json();
    assertThat(unmarked.has("verdict") && unmarked.get("verdict").asString().equals("named"))
        .isFalse();
  }

  @Test
  void aPasswordOpensTheCopyAndStandsInItsOwnFileAlone() throws Exception {
    JsonNode said = marked("dl-01", "--password-out", path("dl-01.password"));
    Path file = folder.resolve("dl-01.password");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    String password = Files.readString(file).strip();
    assertThat(said.toString()).doesNotContain(password);
    try (PDDocument copy = Loader.loadPDF(folder.resolve("dl-01.pdf").toFile(), password)) {
      assertThat(copy.getEncryption().getRevision()).isEqualTo(6);
      assertThat(new PDFTextStripper().getText(copy)).contains(VIN);
    }
    desk.type("read", "pdf", path("dl-01.pdf")).ends(3);
  }

  @Test
  void whatThePolicyDoesNotGiveIsRefusedBeforeTheDocumentIsTouched() throws Exception {
    desk.type(
            "mark",
            "pdf",
            original(),
            "--to",
            "dl-01",
            "--purpose",
            "statutory-report",
            "--out",
            path("x.pdf"))
        .ends(4)
        .because("policy");
    desk.type(
            "mark",
            "pdf",
            original(),
            "--to",
            "nobody",
            "--purpose",
            "claims",
            "--out",
            path("x.pdf"))
        .ends(4)
        .because("unknown party");
    assertThat(folder.resolve("x.pdf")).doesNotExist();
  }

  private String asked() throws Exception {
    Files.write(folder.resolve("licence.jpg"), new byte[] {1, 2, 3});
    return typed(
            "chen.jie", VIN + "\n" + BUYER, "buyer-copy", "ask", "--licence", path("licence.jpg"))
        .ends(0)
        .json()
        .get("request")
        .asString();
  }

  private Desk.Said issue(String request, String buyer, String file) {
    return typed("chen.jie", buyer, "buyer-copy", "issue", request, "--out", path(file));
  }

  @Test
  void theNewOwnerGetsThePolicyWithoutAnythingOfTheFormerOwner() throws Exception {
    String request = asked();
    issue(request, BUYER, "early.pdf").ends(4).because("state");
    typed("chen.jie", "", "buyer-copy", "approve", request).ends(4).because("took the request");
    typed("liu.min", "", "buyer-copy", "approve", request).ends(0);
    issue(request, "司徒旁人", "other.pdf").ends(4).because("name");
    JsonNode issued = issue(request, BUYER, "copy.pdf").ends(0).json();
    issue(request, BUYER, "twice.pdf").ends(4).because("state");

    Path copy = folder.resolve("copy.pdf");
    String everything = everything(copy);
    assertThat(everything).contains(VIN, "PDAA2026000000000001", "4210.50", BUYER);
    assertThat(everything)
        .doesNotContain(FORMER, IDENTITY, MOBILE, PLATE, ADDRESS, "周末", "人民南路", "试甲");
    JsonNode read = desk.json(0, "read", "pdf", copy.toString());
    assertThat(read.get("documents").get(0).get("to").asString()).isEqualTo(request);
    assertThat(read.get("documents").get(0).get("mark")).isEqualTo(issued.get("mark"));
    assertThat(typed("liu.min", "", "buyer-copy", "list").json().toString())
        .contains("issued")
        .doesNotContain(BUYER, VIN);
    theFormerOwnersHistoryTellsOfIt(issued.get("entry").asLong());
  }

  private void theFormerOwnersHistoryTellsOfIt(long entry) throws Exception {
    String out = path("history.zip");
    typed("liu.min", IDENTITY, "owner", "export", "--identity", "-", "--out", out).ends(0);
    List<Event> events = OwnerFile.read(Path.of(out)).events();
    assertThat(events).anyMatch(one -> one.kind().equals("buyer-copy") && one.entry() == entry);
  }

  @Test
  void whoeverIsOnThePolicyOrHasNotTheDutyIsTurnedAway() throws Exception {
    Files.write(folder.resolve("licence.jpg"), new byte[] {1, 2, 3});
    String[] ask = {"buyer-copy", "ask", "--licence", path("licence.jpg")};
    typed("chen.jie", VIN + "\n" + FORMER, ask).ends(4).because("owner copy");
    typed("lin.na", VIN + "\n" + BUYER, ask).ends(4).because("duties");
    typed("chen.jie", "LSVAB4BR5DN999999\n" + BUYER, ask).ends(4).because("nobody");
  }

  @Test
  void anErasureTakesTheRequestAlong() throws Exception {
    String request = asked();
    typed("liu.min", "", "buyer-copy", "approve", request).ends(0);
    typed("liu.min", IDENTITY, "erase", "--identity", "-", "--why", "asked by letter").ends(0);
    issue(request, BUYER, "copy.pdf").ends(4).because("no such request");
  }

  /** All that a file says: its bytes, every stream unpacked, its text. */
  private static String everything(Path file) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(Files.readAllBytes(file));
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(new Splitter().split(document)).isNotEmpty();
      for (var key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        if (object.getObject() instanceof COSStream stream) {
          try (InputStream in = stream.createInputStream()) {
            all.write(in.readAllBytes());
          }
        } else {
          all.write(String.valueOf(object.getObject()).getBytes(StandardCharsets.UTF_8));
        }
      }
      all.write(new PDFTextStripper().getText(document).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = all.toByteArray();
    return new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_16BE);
  }
}
