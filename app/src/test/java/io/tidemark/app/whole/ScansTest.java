package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.chainsim.picture.Paper;
import io.tidemark.chainsim.picture.PictureGenerator;
import io.tidemark.chainsim.picture.Typeface;
import io.tidemark.evidence.CaseFile;
import io.tidemark.ledger.Entry;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code scan} says to people and programs, and what it records before it shows a value. */
final class ScansTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PHONE = "13800138000";

  @TempDir private static Path folder = Path.of(".");
  private static Desk nobody = new Desk(Path.of("."));
  private static Desk desk = nobody;

  @BeforeAll
  static void makeOne() throws Exception {
    nobody = new Desk(folder.resolve("no-home"));
    desk = Homes.small(folder);
  }

  private static List<JsonNode> lines(Desk.Said said) {
    return said.out().lines().map(line -> (JsonNode) JSON.readTree(line)).toList();
  }

  private static Path share(String name) throws IOException {
    Path share = Files.createDirectories(folder.resolve(name));
    Files.writeString(share.resolve("chat.txt"), "张伟 " + PHONE + " 川A12345\n");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(share.resolve("a.zip")))) {
      zip.putNextEntry(new ZipEntry("list.csv"));
      zip.write(
          "姓名,手机号\n李娜,13900139000\n张伟,13800138000\n王芳,13700137000\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    return share;
  }

  @Test
  void withoutAHomeOneFindingALineAndNoValueIsShown() throws Exception {
    Path share = share("plain");
    Desk.Said said = nobody.type("scan", share.toString(), "--json").ends(0);
    List<JsonNode> lines = lines(said);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(8);
    for (JsonNode line : lines) {
      for (String key :
          List.of("path", "place", "class", "grade", "confidence", "masked", "person")) {
        assertThat(line.has(key)).as(key).isTrue();
      }
      assertThat(line.has("value")).isFalse();
    }
    assertThat(said.out() + said.err()).doesNotContain(PHONE, "张伟", "13900139000");
    JsonNode mobile =
        lines.stream().filter(one -> one.get("class").asString().equals("mobile")).toList().get(0);
    assertThat(mobile.get("masked").asString()).matches("1\\d\\d\\*{4}\\d{4}");
    assertThat(lines).anyMatch(one -> one.get("path").asString().endsWith("a.zip!/list.csv"));
    assertThat(nobody.home()).doesNotExist();
  }

  /** A licence in an archive is read like one on disk; what is no picture is named. */
  @Test
  void picturesAreReadAndWhatIsRepairedIsSaid() throws Exception {
    assumeTrue(Typeface.anyInstalled(), "no Chinese typeface here: " + Typeface.install());
    Path share = Files.createDirectories(folder.resolve("pictures"));
    Paper paper = new PictureGenerator(5, true).clean(Paper.Kind.VEHICLE_LICENCE, 3);
    byte[] jpeg = PictureGenerator.jpeg(paper.image(), 0.9f);
    Path archive = share.resolve("p.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("licence.jpg"));
      zip.write(jpeg);
      zip.putNextEntry(new ZipEntry("head.jpg"));
      zip.write(jpeg, 0, 200);
    }
    Path report = folder.resolve("pictures.json");
    Desk.Said said =
        nobody.type("scan", archive.toString(), "--json", "--report", report.toString()).ends(6);
    assertThat(said.err()).contains("head.jpg");
    List<JsonNode> lines = lines(said);
    assertThat(lines).allMatch(line -> line.get("path").asString().endsWith("p.zip!/licence.jpg"));
    for (String found : List.of("plate", "vin", "name")) {
      JsonNode line =
          lines.stream()
              .filter(one -> one.get("class").asString().equals(found))
              .findFirst()
              .orElseThrow(() -> new AssertionError(found + " is not among " + said.out()));
      assertThat(line.get("place").get("width").asInt()).isPositive();
      assertThat(line.get("place").get("repaired").isArray()).isTrue();
    }
    assertThat(lines.stream().map(one -> one.get("person").asLong()).distinct()).hasSize(1);
    String vin = paper.truth().getOrDefault("车辆识别代号", "?");
    assertThat(said.out() + Files.readString(report)).doesNotContain(vin);
  }

  /**
   * Two screenshots out of the middle of a chat are one conversation; with one between them left
   * out they share nothing, and are one only where somebody says so.
   */
  @Test
  void aFolderOfScreenshotsIsOneConversation() throws Exception {
    assumeTrue(Typeface.anyInstalled(), "no Chinese typeface here: " + Typeface.install());
    List<BufferedImage> screens = new PictureGenerator(5, true).chat(2, 12).screens();
    Path whole = Files.createDirectories(folder.resolve("chat"));
    Path gap = Files.createDirectories(folder.resolve("gap"));
    for (int i = 0; i < 3; i++) {
      byte[] jpeg = PictureGenerator.jpeg(screens.get(i), 0.9f);
      Files.write(whole.resolve("shot " + (i + 9) + ".jpg"), jpeg);
      if (i != 1) {
        Files.write(gap.resolve("shot " + (i + 9) + ".jpg"), jpeg);
      }
    }
    List<JsonNode> lines = lines(nobody.type("scan", whole.toString(), "--json").ends(0));
    assertThat(lines.stream().filter(one -> one.get("place").has("goes_on"))).isNotEmpty();
    List<String> numbers =
        lines.stream()
            .filter(one -> one.get("class").asString().matches("mobile|identity-number|vin"))
            .map(one -> one.get("masked").asString())
            .toList();
    assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    assertThat(lines(nobody.type("scan", gap.toString(), "--json").ends(0)))
        .noneMatch(one -> one.get("place").has("goes_on"));
    assertThat(lines(nobody.type("scan", gap.toString(), "--one-conversation", "--json").ends(0)))
        .anyMatch(one -> one.get("place").has("goes_on"));
  }

  /** The upper half of a licence still has its plate. */
  @Test
  void aPictureThatWasCutOffIsNamedAndItsFindingsAreKept() throws Exception {
    assumeTrue(Typeface.anyInstalled(), "no Chinese typeface here: " + Typeface.install());
    Paper paper = new PictureGenerator(5, true).clean(Paper.Kind.VEHICLE_LICENCE, 3);
    byte[] jpeg = PictureGenerator.jpeg(paper.image(), 0.9f);
    Path cut = folder.resolve("cut.jpg");
    Files.write(cut, Arrays.copyOf(jpeg, jpeg.length * 4 / 5));
    Desk.Said said = nobody.type("scan", cut.toString(), "--json").ends(6);
    assertThat(said.err()).contains("cut.jpg", "damaged");
    assertThat(lines(said)).anyMatch(one -> one.get("class").asString().equals("plate"));
  }

  @Test
  void oneNumberIsOnePersonWhereverItStands() throws Exception {
    List<Long> people = new ArrayList<>();
    for (JsonNode line : lines(nobody.type("scan", share("joined").toString(), "--json").ends(0))) {
      if (line.get("class").asString().equals("mobile")
          && line.get("masked").asString().equals("138****8000")) {
        people.add(line.get("person").asLong());
      }
    }
    assertThat(people).hasSize(2);
    assertThat(people.get(0)).isPositive().isEqualTo(people.get(1));
  }

  @Test
  void peopleGetATableWithASummaryInBothLanguages() throws Exception {
    String share = share("table").toString();
    nobody
        .type("scan", share)
        .ends(0)
        .because(
            "chat.txt", "138****8000", "mobile number", "sensitive", "#", "10号 art. 5", "below");
    nobody.typeIn("zh", "scan", share).ends(0).because("手机号", "138****8000", "个人或车", "未达");
    nobody.type("scan", share, "--lines", "1").ends(0).because("more in this file");
  }

  @Test
  void whatIsSkippedIsNamedCountedAndListedAndTheRestIsDone() throws Exception {
    Path share = share("skipped");
    Files.write(share.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    Files.createSymbolicLink(share.resolve("out"), Path.of("/etc/hostname"));
    Path report = folder.resolve("report.json");
    Desk.Said said = nobody.type("scan", share.toString(), "--json", "--report", report.toString());
    said.ends(6);
    assertThat(lines(said)).hasSizeGreaterThanOrEqualTo(8);
    assertThat(said.err()).contains("broken.zip", "damaged", "out", "not followed");
    JsonNode kept = JSON.readTree(Files.readString(report));
    assertThat(kept.get("skipped_counted").asInt()).isEqualTo(2);
    assertThat(kept.get("skipped")).hasSize(2);
    assertThat(kept.get("classes").get("mobile").asInt()).isEqualTo(4);
    assertThat(kept.get("thresholds")).hasSize(3);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
        .isEqualTo("rw-------");
    nobody.type("scan", folder.resolve("absent").toString()).ends(3).because("no such file");
    nobody.type("scan").ends(2).because("--database");
    nobody.type("scan", "x", "--file-seconds", "0").ends(2).because("--file-seconds is at least 1");
  }

  @Test
  void standardInputIsRead() {
    InputStream terminal = System.in;
    System.setIn(new ByteArrayInputStream(("电话" + PHONE).getBytes(StandardCharsets.UTF_8)));
    try {
      List<JsonNode> lines = lines(nobody.type("scan", "-", "--json").ends(0));
      assertThat(lines.get(0).get("path").asString()).isEqualTo("-");
    } finally {
      System.setIn(terminal);
    }
  }

  @Test
  void valuesInFullNeedAHomeAndAReason() throws Exception {
    String share = share("refused").toString();
    Desk.Said said = nobody.type("scan", share, "--reveal", "--why", "case 1").ends(2);
    said.because("needs a home");
    assertThat(said.out()).doesNotContain(PHONE);
    desk.type("scan", share, "--reveal").ends(2).because("--why");
    assertThat(nobody.home()).doesNotExist();
  }

  @Test
  void beforeAValueIsShownTheLedgerSaysWhoWhichMaterialHowManyAndWhy() throws Exception {
    Path chat = Files.writeString(folder.resolve("one.txt"), "张伟 " + PHONE + "\n");
    Desk.Said said =
        desk.type("scan", chat.toString(), "--json", "--reveal", "--why", "case 2026-118").ends(0);
    List<JsonNode> lines = lines(said);
    assertThat(lines).anyMatch(one -> one.get("value").asString().equals(PHONE));
    try (Home home = Home.open(desk.home(), System.getenv())) {
      List<byte[]> entries = home.entries(home.journal().size() - 1, 1);
      Entry entry = Entry.parse(entries.get(0));
      assertThat(entry.kind()).isEqualTo("findings-shown");
      assertThat(entry.value("actor")).contains("operator");
      assertThat(entry.value("values")).contains(String.valueOf(lines.size()));
      assertThat(entry.value("files")).contains("1");
      assertThat(entry.value("why")).contains(Digest.sha256("case 2026-118").toString());
      assertThat(entry.value("material"))
          .contains(Digest.sha256(Digest.sha256(Files.readAllBytes(chat)).toString()).toString());
      assertThat(new String(entry.bytes(), StandardCharsets.UTF_8))
          .doesNotContain(PHONE, "one.txt");
    }
  }

  /** Findings of the first are told when the second was read, and still stand in the first. */
  @Test
  void ofScreenshotsTheLedgerNamesEachByItsOwnBytes() throws Exception {
    assumeTrue(Typeface.anyInstalled(), "no Chinese typeface here: " + Typeface.install());
    List<BufferedImage> screens = new PictureGenerator(5, true).chat(2, 12).screens();
    Path shots = Files.createDirectories(folder.resolve("shown"));
    List<CaseFile.Material> material = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Path file = shots.resolve(i + ".jpg");
      byte[] jpeg = PictureGenerator.jpeg(screens.get(i), 0.9f);
      material.add(new CaseFile.Material(Files.write(file, jpeg).toString(), Digest.sha256(jpeg)));
    }
    desk.type("scan", shots.toString(), "--json", "--reveal", "--why", "case 2026-118").ends(0);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Entry entry = Entry.parse(home.entries(home.journal().size() - 1, 1).get(0));
      assertThat(entry.value("files")).contains("2");
      assertThat(entry.value("material")).contains(CaseFile.Material.digest(material).toString());
    }
  }

  @Test
  void onlyWhoMaySeesValues() throws Exception {
    desk.json(0, "people", "enrol", "chen.wei", "--key-out", folder.resolve("chen.key").toString());
    Path chat = Files.writeString(folder.resolve("two.txt"), PHONE + "\n");
    Desk.Said said =
        desk.type(
            "scan",
            chat.toString(),
            "--reveal",
            "--why",
            "curious",
            "--as",
            "chen.wei",
            "--credential",
            folder.resolve("chen.key").toString());
    said.ends(4).because("duties");
    assertThat(said.out()).doesNotContain(PHONE);
  }

  @Test
  void aDatabaseIsScannedSampledOrWholeAndItsColumnsAreProposed() throws Exception {
    Path place = folder.resolve("place.json");
    Path policy = folder.resolve("columns.yaml");
    Path password = folder.resolve("password");
    Path own = Files.createDirectories(folder.resolve("foreign"));
    try (EmbeddedDatabase server = EmbeddedDatabase.attach(own)) {
      Files.writeString(password, server.password() + "\n");
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE people (id int PRIMARY KEY, 姓名 text, tel text, face bytea)");
        statement.execute(
            "INSERT INTO people SELECT n, '张伟', '1380000' || lpad(n::text, 4, '0'), '\\x00' FROM"
                + " generate_series(1, 1500) n");
      }
      String[] common = {
        "scan",
        "--database",
        server.jdbcUrl(),
        "--user",
        server.user(),
        "--password-file",
        password.toString(),
        "--json"
      };
      Desk.Said sampled =
          nobody.type(with(common, "--sample", "50", "--policy-out", policy.toString())).ends(6);
      assertThat(lines(sampled)).hasSize(100);
      assertThat(lines(sampled).get(0).get("place").get("table").asString())
          .isEqualTo("public.people");
      assertThat(sampled.err()).contains("face", "binary");
      assertThat(sampled.out() + sampled.err()).doesNotContain("13800000001", server.password());
      assertThat(Files.readString(policy))
          .contains("\"tel\": {class: \"手机号\", grade: sensitive", "confirmed: false")
          .doesNotContain("1380000");

      Desk.Said whole = nobody.type(with(common, "--whole", "--resume", place.toString())).ends(6);
      assertThat(lines(whole)).hasSize(3000);
      assertThat(Files.readString(place)).contains("public.people").doesNotContain("1380000");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
          .isEqualTo("rw-------");
      assertThat(lines(nobody.type(with(common, "--whole", "--resume", place.toString())).ends(0)))
          .isEmpty();
      Files.writeString(
          place,
          Files.readString(place)
              .replace("[\"public.people\"]", "[]")
              .replace("\"table\":\"\"", "\"table\":\"public.people\"")
              .replace("\"rows\":0", "\"rows\":1400"));
      assertThat(lines(nobody.type(with(common, "--whole", "--resume", place.toString())).ends(6)))
          .hasSize(200);
    }
    nobody
        .type("scan", "--database", "jdbc:postgresql://h/d?password=x")
        .ends(2)
        .because("no password within the address");
    nobody
        .type("scan", "--database", "jdbc:postgresql://127.0.0.1:1/d")
        .ends(3)
        .because("cannot connect");
  }

  /** From the proposal to the next scan: looked at, edited, refused, confirmed, gone by. */
  @Test
  void aPersonConfirmsTheProposedColumnsAndTheNextScanGoesByThem() throws Exception {
    Path proposal = folder.resolve("proposal.yaml");
    Path password = folder.resolve("confirm.password");
    Path own = Files.createDirectories(folder.resolve("confirmed"));
    try (EmbeddedDatabase server = EmbeddedDatabase.attach(own)) {
      Files.writeString(password, server.password() + "\n");
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE people (c1 text, c2 text)");
        statement.execute("CREATE TABLE orders (c1 text)");
        statement.execute(
            "INSERT INTO people SELECT '1380000' || lpad(n::text, 4, '0'), 'tbd' || n % 3 FROM"
                + " generate_series(1, 60) n");
        statement.execute(
            "INSERT INTO orders SELECT '1390000' || lpad(n::text, 4, '0') FROM"
                + " generate_series(1, 60) n");
      }
      Path key = folder.resolve("liu.key");
      desk.json(0, "people", "enrol", "liu.min", "--key-out", key.toString());
      String[] confirm = {
        "grade", "--columns", proposal.toString(), "--as", "liu.min", "--credential", key.toString()
      };
      String[] scan = {
        "scan",
        "--database",
        server.jdbcUrl(),
        "--user",
        server.user(),
        "--password-file",
        password.toString(),
        "--policy-out",
        proposal.toString(),
        "--json"
      };
      desk.type(scan).ends(0);
      String proposed = Files.readString(proposal);
      assertThat(proposed).contains("\"c1\": {class: \"手机号\"", "by: content", "look: true");

      desk.type(confirm).ends(3).because("not confirmed yet", "look: true");
      desk.type("grade", "--columns", proposal.toString()).ends(4).because("duties");

      String looked =
          proposed
              .replace("confirmed: false", "confirmed: true")
              .replace(", look: true", "")
              .replace("class: \"未认出\"", "class: none");
      looked = looked.replace(gradeOf(looked, "c2"), "grade: core");
      Files.writeString(proposal, looked);
      desk.type(confirm).ends(3).because("policy apply");

      looked = looked.replace("grade: core, ", "");
      Files.writeString(proposal, looked.replace("class: \"手机号\"", "class: phonenumber"));
      desk.type(confirm).ends(3).because("unknown class");

      int orders = looked.indexOf("public.orders");
      int people = looked.indexOf("public.people");
      assertThat(orders).isLessThan(people);
      String order = looked.substring(orders, people);
      String edited = looked.replace(order, order.replace("\"手机号\"", "\"保单号\""));
      Files.writeString(proposal, edited);
      JsonNode kept = desk.json(0, confirm);
      assertThat(kept.get("corrected")).hasSize(3);
      assertThat(kept.get("entries")).hasSize(1);
      desk.type("grade", "--corrections", "--as", "liu.min", "--credential", key.toString())
          .ends(0)
          .because(
              "c1 = policy number", server.jdbcUrl().replaceAll("[?].*", "") + "/public.orders");

      List<JsonNode> again = lines(desk.type(scan).ends(0));
      assertThat(again)
          .filteredOn(line -> line.get("path").asString().endsWith("public.people"))
          .allMatch(line -> line.get("class").asString().equals("mobile"))
          .hasSize(60);
      String next = Files.readString(proposal);
      assertThat(next).contains("\"c1\": {class: \"手机号\"", "by: correction");
      assertThat(next.substring(next.indexOf("public.orders"), next.indexOf("public.people")))
          .contains("class: \"保单号\"", "by: correction");

      desk.type(
              "grade",
              "--forget",
              "c1",
              "--from",
              server.jdbcUrl().replaceAll("[?].*", "") + "/public.orders",
              "--as",
              "liu.min",
              "--credential",
              key.toString())
          .ends(0);
    }
  }

  /** The words with the grade of a column. */
  private static String gradeOf(String yaml, String column) {
    int at = yaml.indexOf("\"" + column + "\"");
    int grade = yaml.indexOf("grade: ", at);
    return yaml.substring(grade, yaml.indexOf(',', grade));
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
