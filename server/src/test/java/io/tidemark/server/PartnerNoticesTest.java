package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Overtaken;
import io.tidemark.ledger.Entry;
import io.tidemark.rights.ConsentsRecorded;
import io.tidemark.rights.Word;
import io.tidemark.rights.notice.Openings;
import io.tidemark.server.Client.Said;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices over real mutual TLS: each partner gets its own, signed so that another library checks
 * them, and says that it knows. Each test gives back what it took.
 */
final class PartnerNoticesTest {
  private static final String NOTICES = "/api/v1/partner/notices";
  private static final String STAFF = "/api/v1/notices";
  private static final String LISTS = "/api/v1/partner/lists";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PartnerTown partners = PartnerTown.get();
  private final Town town = partners.town;
  private final Refusing people = new Refusing(town);
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client one;
  private Client two;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    try (Town.Beside beside = town.beside()) {
      beside.run("delete from notice");
    }
    server =
        town.serve(town.home, clock, Town.GENEROUS, ServerSettings.More.NONE.withPartnerPort(0));
    one = Holder.certified(partners, PartnerTown.ONE).at(server);
    two = Holder.certified(partners, PartnerTown.TWO).at(server);
  }

  @AfterEach
  void stop() throws Exception {
    try (Town.Beside beside = town.beside()) {
      beside.run("delete from consent_stand");
      beside.run("delete from consent_set");
      beside.run("delete from notice");
    } finally {
      server.close();
    }
  }

  /** A partner is given these people. */
  private String gives(Client partner, boolean first, int... numbers) throws Exception {
    Said list =
        partner.post(
            LISTS,
            Map.of(
                "grant",
                (first ? partners.open : partners.ofTheOther).text(),
                "purpose",
                PartnerTown.PURPOSE,
                "subjects",
                Map.of(
                    "kind",
                    "保单号",
                    "values",
                    IntStream.of(numbers).mapToObj(Town::policyNumber).toList())));
    return list.is(201).text("href").replaceFirst(".*/", "");
  }

  private static List<JsonNode> items(Said page) {
    List<JsonNode> items = new ArrayList<>();
    page.is(200).json().get("items").forEach(items::add);
    return items;
  }

  private OctetKeyPair key() throws Exception {
    return OctetKeyPair.parse(one.get(NOTICES + "/key").is(200).body());
  }

  private static boolean verifies(String document, OctetKeyPair key) throws Exception {
    return JWSObject.parse(document).verify(new Ed25519Verifier(key.toPublicJWK()));
  }

  private static JsonNode event(String document) throws Exception {
    return JSON.readTree(JWSObject.parse(document).getPayload().toString());
  }

  private static Map<String, String> acted(String document) {
    return Map.of("sha256", Digest.sha256(document).toString());
  }

  @Test
  void eachHolderGetsASignedNoticeThatNamesItsOwnRowsAndNobodyElseGetsOne() throws Exception {
    String disclosure = gives(one, true, 8, 9);
    gives(two, false, 28);
    long entry = people.refuse(8);
    assertThat(items(two.get(NOTICES))).isEmpty();
    JsonNode item = items(one.get(NOTICES)).get(0);
    String document = item.get("document").asString();
    assertThat(verifies(document, key())).isTrue();
    JsonNode event = event(document);
    assertThat(event.get("specversion").asString()).isEqualTo("1.0");
    assertThat(event.get("id").asString()).isEqualTo(item.get("notice").asString());
    assertThat(event.get("type").asString()).isEqualTo("io.tidemark.notice.refused.v1");
    assertThat(event.get("subject").asString()).isEqualTo(PartnerTown.ONE);
    JsonNode data = event.get("data");
    assertThat(data.get("demand").asString()).isEqualTo("stop-using");
    assertThat(data.get("purpose").asString()).isEqualTo(PartnerTown.PURPOSE);
    assertThat(data.get("entry").asLong()).isEqualTo(entry);
    List<String> copies = new ArrayList<>();
    data.get("copies").forEach(copy -> copies.add(copy.get("disclosure").asString()));
    assertThat(copies).contains(disclosure);
    JsonNode row = data.get("copies").get(copies.indexOf(disclosure)).get("rows").get(0);
    assertThat(row.get("exact").asBoolean()).isTrue();
    assertThat(row.get("cells").toString())
        .isEqualTo("[{\"column\":\"车牌号\",\"form\":\"plain\",\"value\":\"" + Town.plate(8) + "\"}]");
  }

  /** The list has no policy number and the telephone number masked. */
  @Test
  void aNoticeHasNoValueThatThePartnerWasNotGiven() throws Exception {
    gives(one, true, 10);
    people.refuse(10);
    String document = items(one.get(NOTICES)).get(0).get("document").asString();
    assertThat(event(document).toString())
        .contains(Town.plate(10))
        .doesNotContain(Town.policyNumber(10), Town.mobile(10), Town.name(10));
    assertThat(one.get(NOTICES).body()).doesNotContain(Town.plate(10));
  }

  @Test
  void anAlteredOrForgedNoticeDoesNotVerify() throws Exception {
    gives(one, true, 11);
    people.refuse(11);
    String document = items(one.get(NOTICES)).get(0).get("document").asString();
    OctetKeyPair key = key();
    String[] parts = document.split("\\.");
    String other = event(document).toString().replace("stop-using", "go-on");
    String altered =
        parts[0] + "." + com.nimbusds.jose.util.Base64URL.encode(other).toString() + "." + parts[2];
    assertThat(verifies(altered, key)).isFalse();
    OctetKeyPair foreign = new OctetKeyPairGenerator(Curve.Ed25519).generate();
    assertThat(verifies(document, foreign)).isFalse();
    assertThat(verifies(document, key)).isTrue();
    assertThat(JWSObject.parse(document).getHeader().getKeyID())
        .isEqualTo(key.computeThumbprint().toString())
        .isEqualTo(key.getKeyID());
  }

  @Test
  void anotherPartnersNoticesAreNeitherSeenNorAcknowledged() throws Exception {
    gives(one, true, 12);
    people.refuse(12);
    JsonNode item = items(one.get(NOTICES)).get(0);
    String path = NOTICES + "/" + item.get("notice").asString() + "/acknowledgement";
    long before = town.home.journal().size();
    Said theirs = two.post(path, acted(item.get("document").asString())).is(404).by("not-found");
    Said nobodys =
        two.post(
                NOTICES + "/n-0123456789abcdef/acknowledgement",
                acted(item.get("document").asString()))
            .is(404)
            .by("not-found");
    assertThat(theirs.text("detail")).isEqualTo(nobodys.text("detail"));
    two.get(NOTICES + "?after=" + item.get("notice").asString()).is(400).by("unknown-cursor");
    assertThat(town.kindsSince(before)).isEmpty();
    assertThat(items(one.get(NOTICES))).hasSize(1);
  }

  @Test
  void anAcknowledgementNamesTheDocumentAndIsRecordedOnce() throws Exception {
    gives(one, true, 13);
    long cause = people.refuse(13);
    long before = town.home.journal().size();
    JsonNode item = items(one.get(NOTICES)).get(0);
    items(one.get(NOTICES));
    assertThat(town.kindsSince(before)).containsExactly("notice-delivery");
    String path = NOTICES + "/" + item.get("notice").asString() + "/acknowledgement";
    one.post(path, Map.of("sha256", "00".repeat(32))).is(422).by("other-document");
    one.post(path, Map.of("sha256", "of course")).is(422).by("bad-digest");
    Said known = one.post(path, acted(item.get("document").asString())).is(200);
    assertThat(town.kindsSince(before))
        .containsExactly("notice-delivery", "refusal", "notice-acknowledgement");
    Entry entry = Entry.parse(town.home.entries(known.json().get("entry").asLong(), 1).get(0));
    assertThat(entry.value("actor")).hasValue("partner:" + PartnerTown.ONE);
    assertThat(entry.value("cause-entry")).hasValue(String.valueOf(cause));
    assertThat(entry.value("document-sha256"))
        .hasValue(Digest.sha256(item.get("document").asString()).toString());
    assertThat(items(one.get(NOTICES))).isEmpty();
    Said again = one.post(path, acted(item.get("document").asString())).is(200);
    assertThat(again.body()).isEqualTo(known.body());
    try (Town.Beside beside = town.beside();
        var row =
            beside
                .connection()
                .createStatement()
                .executeQuery("select count(*) from notice where box is not null")) {
      row.next();
      assertThat(row.getInt(1)).as("what it said of the person is gone").isZero();
    }
  }

  @Test
  void manyNoticesComeInPagesTheOldestFirst() throws Exception {
    gives(one, true, 14, 15, 16);
    people.refuse(14);
    people.refuse(15);
    people.refuse(16);
    List<String> plates = new ArrayList<>();
    String next = NOTICES + "?limit=2";
    while (next != null) {
      Said page = one.get(next).is(200);
      for (JsonNode item : items(page)) {
        plates.add(event(item.get("document").asString()).toString());
      }
      next = page.json().get("next").isNull() ? null : page.text("next");
    }
    assertThat(plates).hasSize(3);
    assertThat(plates.get(0)).contains(Town.plate(14));
    assertThat(plates.get(2)).contains(Town.plate(16));
    one.get(NOTICES + "?limit=0").is(400).by("bad-limit");
  }

  @Test
  void aRefusalAgainstWhichALaterConsentStandsOpensNoNotice() throws Exception {
    gives(one, true, 17);
    Instant now = Instant.now();
    people.say(17, Word.GIVE, now.minusSeconds(10));
    people.say(17, Word.REFUSE, now.minusSeconds(100));
    assertThat(items(one.get(NOTICES))).isEmpty();
    people.say(17, Word.WITHDRAW, now.minusSeconds(5));
    JsonNode item = items(one.get(NOTICES)).get(0);
    assertThat(event(item.get("document").asString()).get("type").asString())
        .isEqualTo("io.tidemark.notice.withdrawn.v1");
  }

  /** What somebody read before a copy was given opens nothing, and is read again. */
  @Test
  void aCopyBetweenTheLookAndTheEntryIsSeenInTheTransaction() throws Exception {
    gives(one, true, 19);
    long before = town.home.journal().size();
    long token =
        town.home
            .vault()
            .tokens()
            .locator(Locator.POLICY_NUMBER, PersonalText.of(Town.policyNumber(19)));
    RoaringBitmap record =
        town.home.shelf().find(Locator.POLICY_NUMBER, List.of(token)).values().iterator().next();
    ConsentsRecorded asOfBefore =
        new ConsentsRecorded(
            List.of(),
            Actor.OPERATOR,
            Instant.now(),
            new Openings(List.of(), Set.of(record.first()), 0));
    assertThatThrownBy(
            () ->
                town.home
                    .journal()
                    .record(town.register().begin("consent", Actor.operator()).build(), asOfBefore))
        .isInstanceOf(Overtaken.class);
    assertThat(town.home.journal().size()).isEqualTo(before);
    people.refuse(19);
    assertThat(items(one.get(NOTICES))).hasSize(1);
  }

  @Test
  void staffSeesWhoWasToldWhoKnowsAndWhoDoesNotInTime() throws Exception {
    gives(one, true, 18);
    people.refuse(18);
    Client auditor = Client.of(server).as("sun.yue", town, clock);
    JsonNode open = items(auditor.get(STAFF + "?which=waiting")).get(0);
    assertThat(open.get("state").asString()).isEqualTo("open");
    String path = STAFF + "/" + open.get("notice").asString();
    items(one.get(NOTICES));
    assertThat(auditor.get(path).is(200).text("state")).isEqualTo("told");
    assertThat(auditor.get(path).text("way")).isEqualTo("list");
    assertThat(items(auditor.get(STAFF + "?which=late"))).isEmpty();
    String metrics = Client.of(server).get("/metrics").is(200).body();
    assertThat(metrics).contains("tidemark_notices_waiting 1.0", "tidemark_notices_late 0.0");
    try (Town.Beside beside = town.beside()) {
      beside.run("update notice set due = now() - interval '1 hour'");
    }
    assertThat(items(auditor.get(STAFF + "?which=late&party=ag-0001"))).hasSize(1);
    assertThat(items(auditor.get(STAFF + "?which=late&party=ag-0002"))).isEmpty();
    assertThat(auditor.get(path).text("state")).isEqualTo("late");
    assertThat(Client.of(server).get("/metrics").body()).contains("tidemark_notices_late 1.0");
    auditor.get(STAFF + "?which=mine").is(400).by("bad-which");
    auditor.post(path + "/acknowledgement", Map.of("why", "a letter")).is(403).by("not-your-duty");
    Client.of(server).as("wang.fang", town, clock).get(STAFF).is(403).by("not-your-duty");
    Client officer = Client.of(server).as("liu.min", town, clock);
    officer.post(path + "/acknowledgement", Map.of("why", " ")).is(422).by("no-reason");
    Said known = officer.post(path + "/acknowledgement", Map.of("why", "a letter")).is(200);
    assertThat(known.text("state")).isEqualTo("acknowledged");
    assertThat(known.text("acknowledged_by")).isEqualTo("liu.min");
    officer
        .post(path + "/acknowledgement", Map.of("why", "a letter"))
        .is(409)
        .by("acknowledged-already");
    assertThat(items(one.get(NOTICES))).isEmpty();
  }
}
