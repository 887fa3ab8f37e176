package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import io.tidemark.terms.GrantId;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Partners' systems over real mutual TLS: who is let in, and what each is given. */
final class PartnerTest {
  private static final String ME = "/api/v1/partner/me";
  private static final String LISTS = "/api/v1/partner/lists";

  private final PartnerTown partners = PartnerTown.get();
  private final Town town = partners.town;
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Holder one;
  private Client caller;

  @BeforeEach
  void serve() throws Exception {
    server = serve(town.home);
    one = Holder.certified(partners, PartnerTown.ONE);
    caller = one.at(server);
  }

  private Server serve(Home home) throws Exception {
    return town.serve(home, clock, Town.GENEROUS, ServerSettings.More.NONE.withPartnerPort(0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, Object> wanted(GrantId grant, int... numbers) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("grant", grant.text());
    wanted.put("purpose", PartnerTown.PURPOSE);
    wanted.put(
        "subjects",
        Map.of(
            "kind", "保单号", "values", IntStream.of(numbers).mapToObj(Town::policyNumber).toList()));
    return wanted;
  }

  @Test
  void aListIsRecordedBeforeItCanBeFetchedAndSaysWhatTheLedgerSays() throws Exception {
    long before = town.home.journal().size();
    Said made = caller.post(LISTS, wanted(partners.open, 1, 2, 3)).is(201);
    assertThat(town.kindsSince(before)).containsExactly("disclosure", "release");
    Said list = caller.get(made.text("href")).is(200);
    assertThat(list.header("Content-Type")).startsWith("application/json");
    assertThat(Digest.sha256(list.body()).toString()).isEqualTo(made.text("sha256"));
    JsonNode rows = list.json().get("rows");
    assertThat(list.json().get("columns").toString())
        .isEqualTo("[\"姓名\",\"手机号\",\"车牌号\",\"终保日期\"]");
    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.get(0).get(0).asString()).isEqualTo(Town.name(1));
    assertThat(rows.get(0).get(1).asString()).isEqualTo("138****0001");
    Entry disclosure = Entry.parse(town.home.entries(before, 1).get(0));
    assertThat(disclosure.value("actor")).hasValue("partner:ag-0001");
    assertThat(disclosure.value("channel")).hasValue("api");
    assertThat(Entry.parse(town.home.entries(before + 1, 1).get(0)).value("file-sha256"))
        .hasValue(made.text("sha256"));
  }

  @Test
  void aListIsCsvWhereThatIsWantedAndSealedWhileItWaits() throws Exception {
    Map<String, Object> wanted = wanted(partners.open, 4);
    wanted.put("format", "csv");
    Said made = caller.post(LISTS, wanted).is(201);
    Said list = caller.get(made.text("href")).is(200);
    assertThat(list.header("Content-Type")).startsWith("text/csv");
    assertThat(list.body()).contains("姓名,手机号").contains(Town.name(4));
    caller.with("Accept", "application/json").get(made.text("href")).is(406).by("other-format");
    Path folder = town.home.folder().path().resolve("lists");
    assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            .doesNotContain("姓名", "2027-03");
      }
    }
  }

  @Test
  void whoPrefersTheListHasItAtOnceAndAReplayHasItsAddress() throws Exception {
    Client prefers = caller.with("Prefer", "respond-async, Return=Representation");
    long before = town.home.journal().size();
    Said list = prefers.post(LISTS, "at-once", wanted(partners.open, 7, 8)).is(201);
    assertThat(town.kindsSince(before)).containsExactly("disclosure", "release");
    assertThat(list.json().get("rows").size()).isEqualTo(2);
    assertThat(list.header("Preference-Applied")).isEqualTo("return=representation");
    assertThat(Entry.parse(town.home.entries(before + 1, 1).get(0)).value("file-sha256"))
        .hasValue(Digest.sha256(list.body()).toString());
    Said again = prefers.post(LISTS, "at-once", wanted(partners.open, 7, 8)).is(201);
    assertThat(again.text("href")).isEqualTo(list.header("Content-Location"));
    assertThat(caller.get(again.text("href")).is(200).body()).isEqualTo(list.body());
    assertThat(town.kindsSince(before)).hasSize(2);
    prefers.post(LISTS, wanted(partners.ofTheOther, 21)).is(403).by("no-grant");
  }

  @Test
  void aListIsThereForAQuarterOfAnHourAndForItsOwnPartyAlone() throws Exception {
    String href = caller.post(LISTS, wanted(partners.open, 5)).is(201).text("href");
    Client two = Holder.certified(partners, PartnerTown.TWO).at(server);
    two.get(href).is(404).by("not-found");
    two.get(LISTS + "/d-0123456789abcdef").is(404).by("not-found");
    two.get(LISTS + "/list.json").is(404).by("not-found");
    Client again = Holder.certified(partners, PartnerTown.ONE).at(server);
    again.get(href).is(200);
    clock.forward(Duration.ofMinutes(16));
    caller.get(href).is(404).by("not-found");
  }

  @Test
  void eachSeesItsOwnPeopleAndGrantsOnly() throws Exception {
    long before = town.home.journal().size();
    caller.post(LISTS, wanted(partners.ofTheOther, 21)).is(403).by("no-grant");
    caller.post(LISTS, wanted(GrantId.random(), 21)).is(403).by("no-grant");
    Said others = caller.post(LISTS, wanted(partners.open, 21, 22)).is(403).by("nobody-meant");
    Map<String, Object> nobody = wanted(partners.open);
    nobody.put("subjects", Map.of("kind", "保单号", "values", List.of("PDAA0000")));
    Said unknown = caller.post(LISTS, nobody).is(403).by("nobody-meant");
    assertThat(unknown.text("detail")).isEqualTo(others.text("detail"));
    assertThat(town.kindsSince(before)).containsOnly("refusal").hasSize(4);
    String href = caller.post(LISTS, wanted(partners.open, 6, 21, 22)).is(201).text("href");
    assertThat(caller.get(href).json().get("rows").size()).isEqualTo(1);
    Said grants = caller.get("/api/v1/partner/grants").is(200);
    assertThat(grants.body()).doesNotContain(partners.ofTheOther.text());
    assertThat(caller.get(ME).is(200).text("party")).isEqualTo(PartnerTown.ONE);
  }

  @Test
  void aConditionLooksAtOnesOwnPeopleAndAtColumnsGivenInPlain() throws Exception {
    Map<String, Object> where = wanted(partners.open);
    where.remove("subjects");
    where.put("where", "终保日期 2027-03-01..2027-03-28");
    long before = town.home.journal().size();
    String href = caller.post(LISTS, where).is(201).text("href");
    assertThat(town.kindsSince(before)).containsExactly("selection", "disclosure", "release");
    assertThat(caller.get(href).json().get("rows").size()).isEqualTo(20);
    where.put("where", "手机号=" + Town.mobile(1));
    caller.post(LISTS, where).is(403).by("beyond-grant-condition");
  }

  @Test
  void whatTheGrantLimitsIsRefusedRecordedAndCounted() throws Exception {
    long before = town.home.journal().size();
    caller.post(LISTS, wanted(partners.filesOnly, 1)).is(403).by("beyond-grant-channel");
    caller.post(LISTS, wanted(partners.atOtherHours, 1)).is(403).by("outside-grant-hours");
    Map<String, Object> more = wanted(partners.open, 1);
    more.put("columns", List.of("姓名", "证件号码"));
    caller.post(LISTS, more).is(403).by("beyond-grant-columns");
    Map<String, Object> other = wanted(partners.open, 1);
    other.put("purpose", "marketing");
    caller.post(LISTS, other).is(403).by("no-grant");
    assertThat(town.kindsSince(before)).containsOnly("refusal").hasSize(4);
    for (byte[] entry : town.home.entries(before, 4)) {
      assertThat(Entry.parse(entry).value("actor")).hasValue("partner:ag-0001");
      assertThat(Entry.parse(entry).value("act")).hasValue("RECEIVE");
    }
    assertThat(watched().refusals()).isGreaterThanOrEqualTo(4);
    assertThat(Client.of(server).get("/metrics").is(200).body())
        .contains(
            "tidemark_partner_refusals_total{party=\"ag-0001\",rule=\"beyond-grant-channel\"}")
        .doesNotContain(Town.policyNumber(1));
  }

  private io.tidemark.store.register.Partners.Watched watched() {
    return town.home.partners().watched(clock.instant().minus(Duration.ofDays(30))).stream()
        .filter(partner -> partner.party().equals(PartnerTown.ONE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aQuotaIsUsedUp() throws Exception {
    caller.post(LISTS, wanted(partners.twelvePeople, 1, 2, 3, 4, 5, 6, 7)).is(201);
    JsonNode grants = caller.get("/api/v1/partner/grants?limit=50").is(200).json().get("items");
    List<Long> left = new ArrayList<>();
    for (JsonNode grant : grants) {
      if (grant.get("grant").asString().equals(partners.twelvePeople.text())) {
        left.add(grant.get("quota").get("left").asLong());
      }
    }
    assertThat(left).containsExactly(5L);
    caller.post(LISTS, wanted(partners.twelvePeople, 1, 2, 3, 4, 5, 6)).is(403).by("quota-used-up");
    caller.post(LISTS, wanted(partners.twelvePeople, 1, 2, 3, 4, 5)).is(201);
  }

  @Test
  void aReplayedOrderIsOneList() throws Exception {
    long before = town.home.journal().size();
    Map<String, Object> wanted = wanted(partners.open, 8);
    String list = caller.post(LISTS, "same-key", wanted).is(201).text("list");
    assertThat(caller.post(LISTS, "same-key", wanted).is(201).text("list")).isEqualTo(list);
    assertThat(town.kindsSince(before)).containsExactly("disclosure", "release");
  }

  @Test
  void aRevokedCertificateEndsOnAnOpenConnectionAndOnAResumedSession() throws Exception {
    SSLContext tls = one.tls(server);
    byte[] session;
    try (Holder.Connection open = Holder.Connection.open(server, tls, "TLSv1.2")) {
      assertThat(open.get(ME)).isEqualTo(200);
      session = open.socket().getSession().getId();
      partners.revoke(one.certificate());
      assertThat(open.get(ME)).isEqualTo(403);
    }
    try (Holder.Connection resumed = Holder.Connection.open(server, tls, "TLSv1.2")) {
      assertThat(resumed.socket().getSession().getId()).as("resumed").isEqualTo(session);
      assertThat(resumed.get(ME)).isEqualTo(403);
    }
    caller.get(ME).is(429);
    Client renewed = Holder.certified(partners, PartnerTown.ONE).at(server);
    renewed.get(ME).is(200);
  }

  @Test
  void oneSwitchSuspendsAPartnerOnOpenConnectionsAndOnEveryNode() throws Exception {
    Holder two = Holder.certified(partners, PartnerTown.TWO);
    try (Home beside = Home.open(town.home.folder().path(), System.getenv());
        Server second = serve(beside);
        Holder.Connection here = Holder.Connection.open(server, two.tls(server), "TLSv1.3");
        Holder.Connection there = Holder.Connection.open(second, two.tls(second), "TLSv1.3")) {
      assertThat(here.get(ME)).isEqualTo(200);
      assertThat(there.get(ME)).isEqualTo(200);
      long before = town.home.journal().size();
      partners.suspend(PartnerTown.TWO);
      try {
        assertThat(here.get(ME)).isEqualTo(403);
        assertThat(there.get(ME)).isEqualTo(403);
        assertThat(town.kindsSince(before))
            .containsExactly("partner-suspension", "refusal", "refusal");
        assertThat(
                partners
                    .partnering()
                    .resume(Actor.operator(), PartnerTown.TWO)
                    .<String>either(done -> "", refused -> refused.refusal().rule()))
            .isEqualTo("not-your-duty");
      } finally {
        partners.resume(PartnerTown.TWO);
      }
      assertThat(there.get(ME)).isEqualTo(200);
    }
  }

  @Test
  void aSuspensionBetweenDecisionAndEntryIsSeenInTheTransaction() throws Exception {
    Client two = Holder.certified(partners, PartnerTown.TWO).at(server);
    two.get(ME).is(200);
    java.util.concurrent.CompletableFuture<java.net.http.HttpResponse<String>> order;
    long before = town.home.journal().size();
    try (Town.Beside held = town.stopTheLedger()) {
      order =
          two.http()
              .sendAsync(
                  two.posting(LISTS, wanted(partners.ofTheOther, 23))
                      .header("Idempotency-Key", "between-" + before)
                      .build(),
                  java.net.http.HttpResponse.BodyHandlers.ofString());
      town.awaitWaiting(held);
      held.run("insert into partner_suspension values ('ag-0002', now(), 0)");
    }
    try {
      assertThat(order.get().statusCode()).isEqualTo(403);
      assertThat(order.get().body()).contains("partner-suspended");
      assertThat(town.kindsSince(before)).containsExactly("refusal");
    } finally {
      partners.resume(PartnerTown.TWO);
    }
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    KeyPair pair = Holder.key();
    Holder brief =
        new Holder(
            pair, partners.certify(PartnerTown.ONE, Holder.request(pair), Duration.ofMinutes(30)));
    brief.at(server).get(ME).is(200);
    clock.forward(Duration.ofMinutes(31));
    brief.at(server).get(ME).is(403).by("certificate-expired");
  }

  @Test
  void whoShowsNoCertificateOrAnUnknownOneIsNotLetIn() throws Exception {
    Client nobody = Client.of(server);
    Client bare = new Client(nobody.http(), server.partnerUrl().orElseThrow(), Map.of());
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> bare.get(ME))
        .isInstanceOf(java.io.IOException.class);
    KeyPair pair = Holder.key();
    long before = town.home.journal().size();
    Holder self = new Holder(pair, Authority.selfSigned(pair, "ag-0001"));
    self.at(server).get(ME).is(401).by("unknown-certificate");
    Authority stranger = Authority.make("stranger");
    new Holder(pair, stranger.issue(pair, "ag-0001", "tidemark:party:ag-0001"))
        .at(server)
        .get(ME)
        .is(401)
        .by("unknown-certificate");
    assertThat(town.kindsSince(before)).as("strangers leave no entry").isEmpty();
  }

  @Test
  void anOutsideAuthoritySpeaksForItsOwnPartyOnly() throws Exception {
    Authority ours = Authority.make("first outside");
    Authority theirs = Authority.make("second outside");
    PartnerTown.done(
        partners
            .partnering()
            .trust(Actor.operator(), PartnerTown.ONE, ours.certificate().getEncoded()));
    PartnerTown.done(
        partners
            .partnering()
            .trust(Actor.operator(), PartnerTown.TWO, theirs.certificate().getEncoded()));
    KeyPair pair = Holder.key();
    Holder first = new Holder(pair, ours.issue(pair, "any", null));
    assertThat(first.at(server).get(ME).is(200).text("party")).isEqualTo(PartnerTown.ONE);
    new Holder(pair, ours.issue(pair, "ag-0002", "tidemark:party:ag-0002"))
        .at(server)
        .get(ME)
        .is(401)
        .by("unknown-certificate");
    Holder second = new Holder(pair, theirs.issue(pair, "ag-0001", null));
    assertThat(second.at(server).get(ME).is(200).text("party")).isEqualTo(PartnerTown.TWO);
    partners.revoke(first.certificate());
    first.at(server).get(ME).is(403).by("certificate-revoked");
    partners.revoke(theirs.certificate());
    second.at(server).get(ME).is(401).by("unknown-certificate");
  }

  @Test
  void aCertificateForWhichTheAuthoritiesOfTwoPartiesAnswerIsNobodys() throws Exception {
    Authority above = Authority.make("above");
    Authority below = above.below("below");
    PartnerTown.done(
        partners
            .partnering()
            .trust(Actor.operator(), PartnerTown.ONE, above.certificate().getEncoded()));
    PartnerTown.done(
        partners
            .partnering()
            .trust(Actor.operator(), PartnerTown.TWO, below.certificate().getEncoded()));
    KeyPair pair = Holder.key();
    X509Certificate own = below.issue(pair, "any", null);
    new Holder(pair, own, below.certificate()).at(server).get(ME).is(401).by("unknown-certificate");
    assertThat(new Holder(pair, own).at(server).get(ME).is(200).text("party"))
        .isEqualTo(PartnerTown.TWO);
    partners.revoke(above.certificate());
    partners.revoke(below.certificate());
  }

  @Test
  void staffAndPartnersCannotReachEachOthersPaths() throws Exception {
    town.forgetFailures();
    Client wang = Client.of(server).as("wang.fang", town, clock);
    for (String path :
        List.of(
            ME, "/api/v1/%70artner/me", "/api/v1/partner/grants", LISTS + "/d-0123456789abcdef")) {
      wang.get(path).is(404).by("not-found");
    }
    one.at(server, server.url()).get(ME).is(404).by("not-found");
    Client both = caller.with("Authorization", String.valueOf(wang.headers().get("Authorization")));
    for (String path :
        List.of(
            "/api/v1/me",
            "/api/v1/parties",
            "/api/v1/requests",
            "/openapi.json",
            "/metrics",
            "/health/ready")) {
      caller.get(path).is(404).by("not-found");
      both.get(path).is(404).by("not-found");
    }
    caller.post("/api/v1/sign-in", Map.of("person", "wang.fang")).is(404);
    assertThat(both.get(ME).is(200).text("party")).isEqualTo(PartnerTown.ONE);
  }

  @Test
  void aRequestWithABadSignatureOrAWeakKeyIsRefusedAndRecorded() throws Exception {
    KeyPair pair = Holder.key();
    assertThat(refusal(Holder.request(pair, Holder.key(), "SHA256withECDSA")))
        .isEqualTo("no-proof-of-possession");
    java.security.KeyPairGenerator rsa = java.security.KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    KeyPair weak = rsa.generateKeyPair();
    assertThat(refusal(Holder.request(weak, weak, "SHA256withRSA"))).isEqualTo("weak-key");
    long before = town.home.journal().size();
    assertThat(refusal("no request".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("not-a-request");
    assertThat(town.kindsSince(before)).containsExactly("refusal");
    KeyPair ed = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Holder strong =
        new Holder(
            ed,
            partners.certify(
                PartnerTown.ONE, Holder.request(ed, ed, "Ed25519"), Duration.ofDays(1)));
    assertThat(strong.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=ag-0001");
    assertThat(strong.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    strong.at(server).get(ME).is(200);
  }

  private String refusal(byte[] request) {
    return partners
        .tryToCertify(PartnerTown.ONE, request, Duration.ofDays(1))
        .<String>either(done -> "none", (Recorded.Refused<?> refused) -> refused.refusal().rule());
  }

  @Test
  void anOrderWithoutAKeyOrWithABigBodyIsRefused() throws Exception {
    caller.send(caller.posting(LISTS, wanted(partners.open, 1))).is(400).by("no-idempotency-key");
    HttpRequest.Builder big =
        caller
            .request(LISTS)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "big")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(2 << 20) + 1]));
    assertThat(caller.send(big).status()).isEqualTo(413);
  }
}
