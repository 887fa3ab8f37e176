package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.app.Session;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.GrantProposed;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestDecided;
import io.tidemark.custody.Disclosure;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.ledger.PeoplesKeys;
import io.tidemark.store.home.Home;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.RequestId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;

/** Delegation, revocation, quota, emergencies, renewal and preview, as they are typed. */
final class LifeCycleTest {
  private static final String WHERE = "终保日期 2020-01-01..2039-12-31";
  private static final LocalDate TODAY = LocalDate.now();

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  /** A grant that liu.min and chen.wei have approved. */
  private String granted(String to, String purpose, String more) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve(to + purpose + ".yaml"),
            """
            grants:
              - to: %s
                purpose: %s
                columns: [姓名, 车牌号, 厂牌型号, 地址]
                people_at_most: 25
                until: %s
                approved_by: [liu.min, chen.wei]
            %s
            """
                .formatted(to, purpose, TODAY.plusDays(20), more));
    String grant = desk.json(0, "chain", "apply", file.toString()).get("grants").get(0).asString();
    desk.json(0, company.as("liu.min", "approve", grant));
    desk.json(0, company.as("chen.wei", "approve", grant));
    return grant;
  }

  private Desk.Said disclose(String to, String purpose, String out) throws Exception {
    return desk.type(
        "disclose",
        "--to",
        to,
        "--purpose",
        purpose,
        "--columns",
        "姓名,车牌号,厂牌型号,地址",
        "--subjects",
        some(20).toString(),
        "--out",
        folder.resolve(out).toString());
  }

  private Path some(int people) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(company.file("subjects/ag-0003.csv")));
    return Files.write(folder.resolve("some" + people + ".csv"), lines.subList(0, people + 1));
  }

  private String request(String person) {
    return desk.json(
            0,
            company.as(
                person,
                "request",
                "--to",
                "dp-claims",
                "--purpose",
                "renewal-service",
                "--columns",
                "姓名,车牌号",
                "--where",
                WHERE))
        .get("request")
        .asString();
  }

  private Entry entry(JsonNode answer) throws Exception {
    return Entry.parse(company.held.entries(answer.get("entry").asLong(), 1).get(0));
  }

  private static Disclosure.Order order(Session session, Ask ask, Decision decision, Path out) {
    return new Disclosure.Order(
        session.actor(), ask, decision, RoaringBitmap.bitmapOf(1, 2), 0, out.toString());
  }

  private Session session(Home home) {
    return new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator());
  }

  @Test
  void aGrantThatAnotherProcessRevokedIsNotUsedAnyMore() throws Exception {
    String grant = granted("ag-0003", "underwriting", "");
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Session session = session(home);
      List<FieldClass> columns = List.of(FieldClass.NAME, FieldClass.PLATE);
      Ask ask = new Ask(Actor.OPERATOR, "ag-0003", "underwriting", columns, 2);
      Decision decision =
          session.authority().release(session.actor(), ask, session.clock().instant());
      assertThat(decision).isInstanceOf(Permit.class);
      desk.type(company.as("wang.fang", "revoke", grant, "--why", "over"))
          .ends(4)
          .because("revoking is not among your duties");
      JsonNode revoked = desk.json(0, company.as("chen.wei", "revoke", grant, "--why", "over"));
      assertThat(revoked.get("state").asString()).isEqualTo("revoked");
      assertThat(entry(revoked).value("signed-by")).isPresent();

      Path out = folder.resolve("late.csv");
      Disclosure.Outcome outcome =
          session.disclosure().disclose(order(session, ask, decision, out));
      assertThat(outcome).isInstanceOf(Disclosure.Refused.class);
      Disclosure.Refused refused = (Disclosure.Refused) outcome;
      assertThat(refused.refusal().rule()).isEqualTo("grant-revoked");
      assertThat(refused.receipt().entry().kind()).isEqualTo("refusal");
      assertThat(out).doesNotExist();
    }
    disclose("ag-0003", "underwriting", "after.csv").ends(4).because("revoked", "rule grant-");
    desk.type(company.as("chen.wei", "revoke", grant, "--why", "x"))
        .ends(4)
        .because("it is revoked");
  }

  @Test
  void anApprovedRequestThatAnotherProcessRevokedIsNotUsedAnyMore() throws Exception {
    String id = request("wang.fang");
    desk.json(0, company.as("chen.wei", "approve", id));
    desk.json(0, company.as("liu.min", "approve", id));
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Session session = session(home);
      Request approved = home.requests().find(new RequestId(id)).orElseThrow();
      Decision decision =
          session
              .authority()
              .use(session.actor(), approved, session.pinned(approved), session.clock().instant());
      assertThat(decision).isInstanceOf(Permit.class);
      desk.json(0, company.as("wang.fang", "revoke", id, "--why", "no longer needed"));
      Path out = folder.resolve("late.csv");
      Disclosure.Outcome outcome =
          session.disclosure().disclose(order(session, approved.ask(), decision, out));
      assertThat(((Disclosure.Refused) outcome).refusal().rule()).isEqualTo("request-revoked");
      assertThat(out).doesNotExist();
    }
    desk.type("disclose", id, "--out", folder.resolve("no.csv").toString())
        .ends(4)
        .because("the request was revoked");
  }

  @Test
  void aQuotaCountsWhatWasRecorded() throws Exception {
    granted("ag-0003", "claims", "    quota: {people: 50, days: 30}");
    disclose("ag-0003", "claims", "one.csv").ends(0).because("standing-grant");
    disclose("ag-0003", "claims", "two.csv").ends(0);
    disclose("ag-0003", "claims", "three.csv").ends(4).because("40 were released", "quota-used-up");
    assertThat(folder.resolve("three.csv")).doesNotExist();
  }

  @Test
  void aDelegateSpeaksForTheDelegatorOnceAndNeverForTheOwnRequest() throws Exception {
    String until = TODAY.plusDays(5).toString();
    desk.type(company.as("wang.fang", "delegate", "--to", "sun.yue", "--until", until)).ends(4);
    desk.type(company.as("chen.wei", "delegate", "--to", "chen.wei", "--until", until)).ends(4);
    desk.type(company.as("chen.wei", "delegate", "--to", "sun.yue", "--until", "2020-01-01"))
        .ends(4)
        .because("ends today at the earliest");
    String id = request("wang.fang");
    String own = request("zhao.lei");
    desk.type(company.as("sun.yue", "approve", id)).ends(4).because("not among your duties");
    desk.json(0, company.as("chen.wei", "delegate", "--to", "sun.yue", "--until", until));
    desk.json(0, company.as("zhao.lei", "delegate", "--to", "sun.yue", "--until", until));
    desk.type(company.as("sun.yue", "approve", own, "--for", "zhao.lei"))
        .ends(4)
        .because("lent you no duty");
    JsonNode said = desk.json(0, company.as("sun.yue", "approve", id, "--for", "chen.wei"));
    assertThat(said.get("spoke_for").asString()).isEqualTo("chen.wei");
    assertThat(said.get("approved_by").get(0).asString()).isEqualTo("sun.yue for chen.wei");
    assertThat(entry(said).value("badge")).contains("delegate");
    assertThat(entry(said).value("for")).contains("chen.wei");
    desk.type(company.as("chen.wei", "approve", id)).ends(4).because("already");
    desk.type(company.as("sun.yue", "approve", id)).ends(4).because("already");
    desk.json(0, company.as("chen.wei", "delegate", "--to", "sun.yue", "--end"));
    desk.json(0, company.as("zhao.lei", "delegate", "--to", "sun.yue", "--end"));
    desk.type(company.as("sun.yue", "approve", own)).ends(4).because("not among your duties");
    assertThat(desk.json(0, company.as("liu.min", "approve", id)).get("state").asString())
        .isEqualTo("approved");
  }

  private List<String> emergency(String person, String out) throws Exception {
    return List.of(
        company.as(
            person,
            "disclose",
            "--to",
            "dp-claims",
            "--purpose",
            "claims",
            "--columns",
            "姓名,证件号码",
            "--subjects",
            some(3).toString(),
            "--out",
            folder.resolve(out).toString(),
            "--break-glass"));
  }

  private static String[] because(List<String> command, String why) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--why", why));
    return all.toArray(String[]::new);
  }

  @Test
  void anEmergencyIsBadgedToldAndJudgedByTwoOthers() throws Exception {
    desk.type(emergency("liu.min", "none.csv").toArray(String[]::new)).ends(2).because("--why");
    desk.type(because(emergency("chen.wei", "none.csv"), "fire"))
        .ends(4)
        .because("the policy does not let your duties", "no-break-glass");
    JsonNode done = desk.json(0, because(emergency("liu.min", "fire.csv"), "a crash on the road"));
    String id = done.get("request").asString();
    assertThat(done.get("badge").asString()).isEqualTo("break-glass");
    assertThat(done.get("rule").asString()).isEqualTo("break-glass");
    assertThat(done.get("told").toString()).contains("chen.wei", "zhao.lei").doesNotContain("liu");
    Entry entry = entry(done);
    assertThat(entry.value("badge")).contains("break-glass");
    assertThat(entry.value("skipped").orElseThrow()).contains("chen.wei", "zhao.lei");
    assertThat(entry.value("reason-sha256")).isPresent();
    assertThat(folder.resolve("fire.csv")).isRegularFile();
    assertThat(wrong(entry.bytes())).as("liu.min signed for it").isEmpty();
    String changed =
        new String(entry.bytes(), StandardCharsets.UTF_8).replace("people 3", "people 2");
    assertThat(wrong(changed.getBytes(StandardCharsets.UTF_8))).hasValue(PeoplesKeys.Wrong.BROKEN);

    assertThat(waiting("chen.wei")).contains(id, "emergency");
    JsonNode confirmed = desk.json(0, company.as("chen.wei", "approve", id));
    assertThat(confirmed.get("state").asString()).isEqualTo("review");
    JsonNode left = confirmed.get("forecast");
    assertThat(left.get("forms").toString())
        .as("what left, read from the entry of the disclosure")
        .isEqualTo(entry.value("columns").map(LifeCycleTest::forms).orElseThrow());
    assertThat(left.get("rows_to_name")).isEqualTo(done.get("rows_to_name"));
    assertThat(left.get("recipients_counted")).isEqualTo(done.get("recipients_counted"));
    assertThat(waiting("wang.fang")).doesNotContain(id);
    desk.type(company.as("liu.min", "approve", id)).ends(4).because("of their own");
    assertThat(waiting("zhao.lei")).contains(id, "emergency");
    desk.type(company.as("chen.wei", "reject", id, "--why", "twice")).ends(4).because("already");
    assertThat(
            desk.json(0, company.as("zhao.lei", "reject", id, "--why", "no crash"))
                .get("state")
                .asString())
        .isEqualTo("objected");
    assertThat(waiting("chen.wei")).doesNotContain(id);
    assertThat(desk.json(0, company.as("zhao.lei", "requests")).toString())
        .contains(id, "objected", "a crash on the road");
    desk.type("disclose", id, "--out", folder.resolve("again.csv").toString()).ends(4);
  }

  /** What is wrong with the signature of an entry that follows those of the company. */
  private Optional<PeoplesKeys.Wrong> wrong(byte[] entry) throws Exception {
    PeoplesKeys people = new PeoplesKeys();
    for (byte[] before : company.held.entries(0, 100_000)) {
      people.next(Entry.parse(before));
    }
    Entry read = Entry.parse(entry);
    assertThat(read.value("signed-by")).isPresent();
    return people.next(read);
  }

  @Test
  void fsckNamesWhatSomebodyElseSigned() throws Exception {
    Entry forged =
        EntrySigner.draw()
            .signed(
                Entry.of("approval")
                    .line("time", "2026-11-29T00:00:00Z")
                    .line("actor", "chen.wei")
                    .line("request", "r-0123456789abcdef"));
    long index = company.held.journal().record(forged).index();
    company.held.ledger().publish();
    JsonNode said = desk.json(1, "ledger", "fsck");
    assertThat(said.get("ok").asBoolean()).isFalse();
    assertThat(said.get("faults").toString())
        .contains(
            "{\"file\":\"entry " + index + "\"",
            "is signed with a key that its actor did not have");
    desk.typeIn("zh", "ledger", "fsck").ends(1).because("entry " + index + "：签名所用密钥不是此人当时的");
  }

  /** {@code NAME=PLAIN …} as JSON has it. */
  private static String forms(String columns) {
    return Arrays.stream(columns.split(" "))
        .map(column -> column.split("="))
        .map(
            column ->
                "\"%s\":\"%s\""
                    .formatted(
                        FieldClass.valueOf(column[0]).zh(), column[1].toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String kind(JsonNode waiting, String id) {
    for (JsonNode item : waiting) {
      if (item.get("id").asString().equals(id)) {
        assertThat(item.get("since").isString()).isTrue();
        return item.get("kind").asString();
      }
    }
    return "nothing";
  }

  private String waiting(String person) {
    return desk.json(0, company.as(person, "requests", "--waiting")).get("waiting").toString();
  }

  @Test
  void whatWaitsIsListedByWhatExpiresFirstAndAGrantIsRenewedByItsApprovers() throws Exception {
    String id = request("wang.fang");
    String grant = granted("ag-0004", "underwriting", "");
    JsonNode all = desk.json(0, "requests", "--waiting").get("waiting");
    List<String> expiries = new ArrayList<>();
    all.forEach(item -> expiries.add(item.get("expires").asString()));
    assertThat(expiries).isSorted();
    assertThat(all.toString()).contains(id);
    assertThat(kind(all, grant)).isEqualTo("renewal");
    assertThat(waiting("zhao.lei")).contains(id);

    String later = TODAY.plusDays(200).toString();
    desk.type("renew", grant, "--until", TODAY.plusDays(1).toString())
        .ends(4)
        .because("lies after");
    desk.type(company.as("chen.wei", "renew", grant, "--until", later))
        .ends(4)
        .because("who proposes never approves");
    JsonNode renewed = desk.json(0, company.as("wang.fang", "renew", grant, "--until", later));
    assertThat(renewed.get("state").asString()).isEqualTo("proposed");
    String next = renewed.get("grant").asString();
    long size = company.held.journal().size();
    desk.type(company.as("wang.fang", "renew", grant, "--until", later))
        .ends(4)
        .because(next, "waits for approval already");
    desk.typeIn("zh", "renew", grant, "--until", later).ends(4).because("已在等待批准");
    assertThat(kindsSince(size)).containsExactly("refusal", "refusal");
    JsonNode then = desk.json(0, "requests", "--waiting").get("waiting");
    assertThat(kind(then, grant)).as("its renewal is proposed").isEqualTo("nothing");
    assertThat(kind(then, next)).isEqualTo("grant");
    assertThat(waiting("liu.min")).contains(next);
    desk.json(0, company.as("liu.min", "approve", next));
    assertThat(desk.json(0, company.as("chen.wei", "approve", next)).get("state").asString())
        .isEqualTo("active");
  }

  private List<String> kindsSince(long size) throws Exception {
    List<String> kinds = new ArrayList<>();
    for (byte[] entry : company.held.entries(size, 1_000)) {
      kinds.add(Entry.parse(entry).kind());
    }
    return kinds;
  }

  @Test
  void ofTwoWhoRenewAtTheSameMomentOneLooksAgain() throws Exception {
    Grant grant =
        company
            .held
            .chain()
            .grant(new GrantId(granted("ag-0006", "underwriting", "")))
            .orElseThrow();
    Entry entry = Entry.of("renewal").line("time", "2026-11-29T00:00:00Z").build();
    Grant first = grant.renewed(GrantId.random(), grant.until().plusDays(10), "wang.fang");
    Grant second = grant.renewed(GrantId.random(), grant.until().plusDays(20), "wang.fang");
    company.held.journal().record(entry, new GrantProposed(first, grant.id()));
    assertThatThrownBy(
            () -> company.held.journal().record(entry, new GrantProposed(second, grant.id())))
        .isInstanceOf(Overtaken.class);
    assertThat(company.held.chain().grant(second.id())).isEmpty();
    desk.json(0, company.as("chen.wei", "revoke", first.id().text(), "--why", "too short"));
    company.held.journal().record(entry, new GrantProposed(second, grant.id()));
    assertThat(company.held.chain().grant(second.id())).isPresent();
  }

  @Test
  void aGrantThatWaitsForSomebodyWhoLeftSaysWhatToDo() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("leaving.yaml"),
            """
            people: [{id: he.yu, party: hq, duties: [approver]}]
            grants:
              - to: ag-0007
                purpose: underwriting
                columns: [姓名, 车牌号]
                people_at_most: 25
                until: %s
                approved_by: [liu.min, he.yu]
            """
                .formatted(TODAY.plusDays(20)));
    String grant = desk.json(0, "chain", "apply", file.toString()).get("grants").get(0).asString();
    desk.json(0, company.as("liu.min", "approve", grant));
    JsonNode waits = listed(desk.json(0, "grants").get("grants"), grant);
    assertThat(waits.get("state").asString()).isEqualTo("proposed");
    assertThat(waits.get("waits_for").toString()).isEqualTo("[\"he.yu\"]");
    assertThat(waits.get("gone").isEmpty()).isTrue();
    assertThat(waits.get("hint").isNull()).isTrue();

    desk.json(0, company.as("liu.min", "people", "leave", "he.yu", "--why", "left"));
    JsonNode stuck = listed(desk.json(0, "grants").get("grants"), grant);
    assertThat(stuck.get("gone").toString()).isEqualTo("[\"he.yu\"]");
    assertThat(stuck.get("hint").asString()).contains("waits in vain for he.yu", "revoke");
    desk.type("grants").ends(0).because("waits in vain for he.yu", "chain apply");
    desk.typeIn("zh", "grants").ends(0).because("等不到 he.yu");
    JsonNode item = null;
    for (JsonNode one : desk.json(0, "requests", "--waiting").get("waiting")) {
      item = one.get("id").asString().equals(grant) ? one : item;
    }
    assertThat(item).isNotNull();
    assertThat(Objects.requireNonNull(item).get("hint").asString()).contains("he.yu");
    desk.json(0, company.as("liu.min", "revoke", grant, "--why", "he.yu left"));
    assertThat(listed(desk.json(0, "grants").get("grants"), grant).get("hint").isNull()).isTrue();
  }

  private static JsonNode listed(JsonNode grants, String id) {
    for (JsonNode grant : grants) {
      if (grant.get("grant").asString().equals(id)) {
        return grant;
      }
    }
    throw new AssertionError(id + " is not listed");
  }

  @Test
  void aPolicyIsPreviewedBeforeItIsInForce() throws Exception {
    String grant = granted("ag-0005", "underwriting", "");
    String text = desk.json(0, "policy", "show").get("policy").asString();
    int size = company.held.entries(0, 100_000).size();
    Path file =
        Files.writeString(
            folder.resolve("policy.yaml"),
            text.replace("version: \"2026.1\"", "version: \"2026.2\"")
                .replace(
                    "        plain: [姓名, 车牌号, 厂牌型号, 初登日期, 保单号, 险种, 起保日期, 终保日期, 保费, 地址, 业务员, 备注,"
                        + " 代理机构]\n"
                        + "        masked: [证件号码, 手机号, 车架号, 发动机号]",
                    "        plain: [车牌号, 厂牌型号, 初登日期, 保单号, 险种, 起保日期, 终保日期, 保费, 业务员, 备注, 代理机构]\n"
                        + "        masked: [姓名, 证件号码, 手机号, 车架号, 发动机号]"));
    JsonNode preview = desk.json(0, "policy", "apply", "--preview", file.toString());
    assertThat(preview.get("in_force").asBoolean()).isFalse();
    List<String> ours = new ArrayList<>();
    preview
        .get("effects")
        .forEach(
            effect -> {
              if (effect.get("id").asString().equals(grant)) {
                ours.add(effect.get("change").asString() + " " + effect.get("why").asString());
              }
            });
    assertThat(ours)
        .containsExactly(
            "loses-field address is not given any more, or its form shows more than the ceiling",
            "form name: plain -> masked");
    assertThat(company.held.entries(0, 100_000)).hasSize(size);
    assertThat(desk.json(0, "policy", "show").get("policy").asString()).isEqualTo(text);
  }

  @Test
  void twoWordsAtOnceDoNotOverwriteEachOther() throws Exception {
    Request before =
        company.held.requests().find(new RequestId(request("wang.fang"))).orElseThrow();
    Session session = session(company.held);
    Request chen = approved(session, "chen.wei", before);
    Request zhao = approved(session, "zhao.lei", before);
    Entry entry = Entry.of("approval").line("time", "2026-11-29T00:00:00Z").build();
    company.held.journal().record(entry, new RequestDecided(before, chen));
    long size = company.held.journal().size();
    assertThatThrownBy(() -> company.held.journal().record(entry, new RequestDecided(before, zhao)))
        .isInstanceOf(Overtaken.class);
    assertThat(company.held.journal().size()).isEqualTo(size);
    assertThat(company.held.requests().find(before.id())).contains(chen);
  }

  private static Request approved(Session session, String person, Request request) {
    Actor actor = Actor.person(person, session.chain()).orElseThrow();
    return session
        .approvals()
        .approve(actor, Optional.empty(), request, session.clock().instant())
        .<Request>either(
            moved -> moved.after(),
            refusal -> {
              throw new AssertionError(refusal.rule());
            });
  }
}
