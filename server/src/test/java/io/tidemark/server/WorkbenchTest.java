package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Request;
import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.custody.members.Assigning;
import io.tidemark.custody.members.BooksAssigned;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Grade;
import io.tidemark.terms.LeakCondition;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
  private final Town town = Town.get();
  private final Clock clock = Clock.systemUTC();

  @BeforeEach
  void nothingFailedBefore() throws Exception {
    town.forgetFailures();
  }

  private static Properties words(String language) throws Exception {
    Properties words = new Properties();
    try (InputStream file =
        WorkbenchTest.class.getResourceAsStream(
            "/messages/workbench_" + language + ".properties")) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return words;
  }

  private static Client.Said form(Client client, String path, Map<String, String> fields)
      throws Exception {
    String body =
        fields.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        client
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Somebody who signed in by the page's form: what is asked from then on carries the cookie. */
  private Client signedIn(Client client, String person) throws Exception {
    Client.App app = client.enrol(person, town.invitation(person));
    Client.Said said =
        form(
            client,
            "/workbench/sign-in",
            Map.of(
                "person",
                person,
                "password",
                Client.PASSWORD,
                "code",
                app.code(clock),
                "once",
                UUID.randomUUID().toString()));
    assertThat(said.is(303).header("Location")).isEqualTo("/workbench");
    return client.with("Cookie", said.header("Set-Cookie").split(";")[0]);
  }

  private static String antiForgery(String page) {
    Matcher field = Pattern.compile("name=\"anti-forgery\" value=\"([0-9a-f]+)\"").matcher(page);
    assertThat(field.find()).as("a form with its hidden field").isTrue();
    return field.group(1);
  }

  private String request(Client client) throws Exception {
    return client
        .as("wang.fang", town, clock)
        .post(
            "/api/v1/requests",
            Map.of(
                "to",
                "ag-0001",
                "purpose",
                "renewal-service",
                "columns",
                List.of("姓名", "手机号", "车牌号", "终保日期"),
                "subjects",
                Map.of(
                    "kind",
                    "保单号",
                    "values",
                    IntStream.range(0, 20).mapToObj(Town::policyNumber).toList())))
        .is(201)
        .text("request");
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndEveryKeyOfATemplate() throws Exception {
    Properties zh = words("zh");
    Properties en = words("en");
    assertThat(new TreeSet<>(zh.keySet())).isEqualTo(new TreeSet<>(en.keySet()));
    Path folder =
        Path.of(WorkbenchTest.class.getResource("/templates/workbench/layout.html").toURI())
            .getParent();
    Pattern key = Pattern.compile("#\\{([a-z][a-z.-]*)|#messages\\.msg\\('([^']+)'");
    TreeSet<String> missing = new TreeSet<>();
    int[] used = {0};
    try (Stream<Path> templates = Files.list(folder)) {
      for (Path template : templates.toList()) {
        Matcher found = key.matcher(Files.readString(template));
        while (found.find()) {
          used[0]++;
          String name = found.group(1) == null ? found.group(2) : found.group(1);
          if (!zh.containsKey(name)) {
            missing.add(name);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(used[0]).isGreaterThan(50);
  }

  @Test
  void everyStateGradeAndConditionHasItsWord() throws Exception {
    Properties zh = words("zh");
    for (Request.State state : Request.State.values()) {
      assertThat(zh).containsKey("state." + state.name().toLowerCase(Locale.ROOT));
    }
    for (Grade grade : Grade.values()) {
      assertThat(zh).containsKey("grade." + grade.id());
    }
    for (LeakCondition condition : LeakCondition.values()) {
      assertThat(zh).containsKey("condition." + condition.id());
    }
  }

  @Test
  void whoeverIsNotSignedInIsLedToTheDoorAndAProgramIsTold() throws Exception {
    try (Server server = town.serve(clock)) {
      Client client = Client.of(server);
      assertThat(client.get("/workbench").is(303).header("Location"))
          .isEqualTo("/workbench/sign-in");
      client.get("/api/v1/me").is(401).by("not-signed-in");
      Client.Said door = client.get("/workbench/sign-in").is(200);
      assertThat(door.header("Content-Security-Policy")).contains("script-src 'self'");
      assertThat(door.body())
          .doesNotContain("??")
          .doesNotContain("<style")
          .contains("lang=\"zh-CN\"");
    }
  }

  @Test
  void aWrongPasswordIsSaidAtTheDoorInTheReadersLanguage() throws Exception {
    try (Server server = town.serve(clock)) {
      Client client = Client.of(server).with("Cookie", "tidemark-language=en");
      Client.Said said =
          form(
              client,
              "/workbench/sign-in",
              Map.of("person", "nobody", "password", "x", "code", "000000", "once", "wrong-1"));
      assertThat(said.is(401).body())
          .contains("You are not signed in")
          .contains("the name, the password, the code or the passkey is wrong");
    }
  }

  @Test
  void aSwitchLeadsToNoOtherHost() throws Exception {
    try (Server server = town.serve(clock)) {
      Client client = Client.of(server);
      for (String back : List.of("//elsewhere.example", "https://elsewhere.example", "/\\x")) {
        assertThat(
                client
                    .get(
                        "/workbench/reader?language=en&back="
                            + URLEncoder.encode(back, StandardCharsets.UTF_8))
                    .is(303)
                    .header("Location"))
            .isEqualTo("/workbench");
      }
    }
  }

  @Test
  void anApproverSeesWhatWaitsAndApprovesOnce() throws Exception {
    try (Server server = town.serve(clock)) {
      Client client = Client.of(server);
      String id = request(client);
      Client chen = signedIn(client, "chen.wei");
      String path = "/workbench/requests/" + id;
      assertThat(chen.get("/workbench").is(200).body()).doesNotContain("??").contains(path);
      assertThat(chen.get("/workbench/requests").is(200).body()).contains(path);
      String page = chen.get(path).is(200).body();
      assertThat(page).doesNotContain("??").contains("锦程代理");

      assertThat(form(chen, path + "/approve", Map.of("once", "a")).is(403).body())
          .contains("<html");
      Map<String, String> fields = Map.of("anti-forgery", antiForgery(page), "once", "b");
      assertThat(form(chen, path + "/approve", fields).is(303).header("Location")).isEqualTo(path);
      Client.Said again = form(chen, path + "/approve", fields).is(303);
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(chen.get(path).is(200).body())
          .contains("已有 1 人同意，需要 2 人")
          .doesNotContain("/approve\"");
      assertThat(chen.get("/workbench/requests/none").is(404).body()).contains("没有此内容");
    }
  }

  private void bookOf(String clerk, int customer) {
    Assigning books =
        new Assigning(
            town.register(), town.home.shelf(), town.home.vault().tokens(), LocalDate.now());
    books.book(Town.policyNumber(customer), new BooksAssigned.Owner("br-01", Optional.of(clerk)));
    books.books(Actor.operator(), Digest.sha256("book of " + clerk));
  }

  @Test
  void aClerkLooksACustomerUpOnThePageAndNobodyElseIsShown() throws Exception {
    bookOf("lin.na", 3);
    bookOf("he.jun", 13);
    try (Server server = town.serve(clock)) {
      Client lin = signedIn(Client.of(server), "lin.na");
      String page = lin.get("/workbench/look-up").is(200).body();
      assertThat(page)
          .doesNotContain("??")
          .contains("/screen.css")
          .contains("value=\"renewal\"")
          .doesNotContain("value=\"claim\"");
      Map<String, String> fields =
          new LinkedHashMap<>(
              Map.of(
                  "anti-forgery",
                  antiForgery(page),
                  "once",
                  "page-1",
                  "task",
                  "renewal",
                  "kind",
                  "车牌号",
                  "number",
                  Town.plate(3)));
      Client.Said shown = form(lin, "/workbench/look-up", fields).is(200);
      assertThat(shown.header("Cache-Control")).contains("no-store");
      assertThat(shown.body()).doesNotContain("??").contains(Town.name(3), "第 ");
      assertThat(form(lin, "/workbench/look-up", fields).is(409).body())
          .as("the answer is kept by nobody")
          .doesNotContain(Town.name(3));
      for (String number : List.of(Town.plate(13), "川A00000")) {
        fields.put("number", number);
        fields.put("once", UUID.randomUUID().toString());
        assertThat(form(lin, "/workbench/look-up", fields).is(404).body())
            .contains("没有显示任何人")
            .doesNotContain(Town.name(13));
      }
      fields.put("number", "");
      fields.put("once", "page-4");
      assertThat(form(lin, "/workbench/look-up", fields).is(422).body()).contains("完整的号码");
      fields.remove("anti-forgery");
      form(lin, "/workbench/look-up", fields).is(403);
    }
  }

  @Test
  void theLedgerIsForWhoeverAuditsAndThePolicyForEverybody() throws Exception {
    try (Server server = town.serve(clock)) {
      Client sun = signedIn(Client.of(server), "sun.yue");
      long last = town.home.journal().size() - 1;
      assertThat(sun.get("/workbench/ledger").is(200).body())
          .doesNotContain("??")
          .contains("/workbench/ledger/" + last, "sign-in", "sun.yue");
      assertThat(sun.get("/workbench/ledger?before=1").is(200).body())
          .contains("init")
          .doesNotContain("/workbench/ledger/1\"");
      assertThat(sun.get("/workbench/ledger/" + last).is(200).body()).contains("sun.yue");
      sun.get("/workbench/ledger/" + (last + 1_000)).is(404);
      sun.get("/workbench/ledger/-1").is(404);
      assertThat(sun.get("/workbench/policy").is(200).body())
          .doesNotContain("??")
          .contains("证件号码", town.register().policy().version());
      Client wang = signedIn(Client.of(server), "wang.fang");
      wang.get("/workbench/ledger").is(403);
      assertThat(wang.get("/workbench/policy").is(200).body())
          .doesNotContain("href=\"/workbench/ledger\"");
    }
  }

  /** Who looked at this page, by what a screenshot of it carries. */
  private Optional<String> viewer(byte[] screenshot) throws Exception {
    Pixels pixels = Pixels.of(ImageIO.read(new ByteArrayInputStream(screenshot)));
    return new PictureReader(List.of(PictureKey.of(town.home.keys())))
        .read(pixels)
        .<Optional<Mark>>either(Optional::of, none -> Optional.empty())
        .flatMap(mark -> town.home.marks().of(new CopyNumber(mark.payload())))
        .map(MarksGiven.Given::to);
  }

  @Test
  void filesHaveTheDigestOfWhatTheyHoldInTheirAddress() throws Exception {
    try (Server server = town.serve(clock)) {
      Client client = Client.of(server);
      String door = client.get("/workbench/sign-in").is(200).body();
      Matcher link = Pattern.compile("/assets/[a-z.]+-[0-9a-f]{32}\\.(css|js|svg)").matcher(door);
      int total = door.length();
      TreeSet<String> files = new TreeSet<>();
      while (link.find()) {
        files.add(link.group());
      }
      assertThat(files).hasSize(3);
      for (String file : files) {
        Client.Said said = client.get(file).is(200);
        assertThat(said.header("Cache-Control")).contains("immutable");
        total += said.body().length();
      }
      assertThat(total).isLessThan(200_000);
    }
  }

  @Test
  void noPageIsWiderThanATelephone() throws Exception {
    assumeTrue(Chromium.isHere(), "no chromium here, so no page was looked at");
    Path screens = Path.of(System.getProperty("tidemark.screens", "target/screens"));
    try (Server server = town.serve(clock)) {
      Client client = Client.of(server);
      String id = request(client);
      Client.App app = client.enrol("liu.min", town.invitation("liu.min"));
      X509Certificate certificate;
      try (InputStream file = Files.newInputStream(server.certificate().chain())) {
        certificate =
            (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
      }
      try (Chromium browser = Chromium.open(certificate)) {
        URI origin = server.origin();
        look(browser, origin, "sign-in", "/workbench/sign-in", screens);
        signIn(browser, origin, app);
        look(browser, origin, "overview", "/workbench", screens);
        browser.width(1280);
        browser.goTo(origin.resolve("/workbench"));
        assertThat(viewer(browser.screenshot())).contains("liu.min");
        look(browser, origin, "requests", "/workbench/requests", screens);
        look(browser, origin, "request", "/workbench/requests/" + id, screens);
        look(browser, origin, "policy", "/workbench/policy", screens);
        look(browser, origin, "ledger", "/workbench/ledger", screens);
        look(browser, origin, "entry", "/workbench/ledger/0", screens);
        look(browser, origin, "not-found", "/workbench/nothing", screens);
        browser.cookie(origin, "__Host-tidemark", "");
        signIn(browser, origin, client.enrol("lin.na", town.invitation("lin.na")));
        look(browser, origin, "look-up", "/workbench/look-up", screens);
      }
    }
  }

  private void signIn(Chromium browser, URI origin, Client.App app) throws Exception {
    browser.goTo(origin.resolve("/workbench/sign-in"));
    assertThat(
            browser.run(
                "const a = await fetch('/workbench/sign-in', {method: 'POST', body: new"
                    + " URLSearchParams({person: '"
                    + app.person()
                    + "', password: '"
                    + Client.PASSWORD
                    + "', code: '"
                    + app.code(clock)
                    + "', once: crypto.randomUUID()})}); return new URL(a.url).pathname;"))
        .isEqualTo("/workbench");
  }

  private static void look(Chromium browser, URI origin, String name, String path, Path screens)
      throws Exception {
    for (String language : List.of("zh", "en")) {
      browser.goTo(origin.resolve("/workbench/reader?language=" + language + "&back=" + path));
      for (int width : new int[] {1280, 390}) {
        browser.width(width);
        browser.goTo(origin.resolve(path));
        String as = name + "-" + language + "-" + width;
        assertThat(browser.run("return document.title")).as(as).isNotEmpty();
        assertThat(
                browser.run(
                    "return String(document.documentElement.scrollWidth > window.innerWidth)"))
            .as("overflow of " + as)
            .isEqualTo("false");
        assertThat(browser.run("return String(document.body.innerText.includes('??'))"))
            .as("missing words of " + as)
            .isEqualTo("false");
        assertThat(
                browser.run(
                    "return String(performance.getEntriesByType('resource').every(r => new"
                        + " URL(r.name).host === location.host))"))
            .as("hosts of " + as)
            .isEqualTo("true");
        assertThat(browser.run("return String(document.querySelectorAll('h1').length)"))
            .as("headings of " + as)
            .isEqualTo("1");
        browser.picture(screens.resolve(as + ".png"));
      }
    }
  }
}
