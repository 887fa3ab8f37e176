package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests are no way to find out who is a customer: numbers are not tried, counts tell nobody. */
final class EnumerationTest {
  private static final String REQUESTS = "/api/v1/requests";
  private static final int NOBODYS = 5_000;
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client wang;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    wang = Client.of(server).as("wang.fang", town, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** So many numbers that somebody has, and so many that nobody has. */
  private static Map<String, Object> numbers(int known, int nobodys) {
    return WriteOnceTest.wanted(
        IntStream.concat(IntStream.range(0, known), IntStream.range(NOBODYS, NOBODYS + nobodys))
            .mapToObj(Town::policyNumber)
            .toArray(String[]::new));
  }

  private static Map<String, Object> where(String condition, String... columns) {
    Map<String, Object> wanted = new LinkedHashMap<>(WriteOnceTest.wanted());
    wanted.remove("subjects");
    wanted.put("where", condition);
    wanted.put("columns", List.of(columns));
    return wanted;
  }

  private Entry last() throws Exception {
    long size = town.home.journal().size();
    return Entry.parse(town.home.entries(size - 1, 1).get(0));
  }

  @Test
  void aFewMistypedNumbersGoThroughAndManyLockOnAllNodesAndTellNothing() throws Exception {
    Said few = wang.post(REQUESTS, numbers(30, 4)).is(201);
    assertThat(few.json().get("people").asInt()).isEqualTo(30);
    assertThat(few.json().get("unknown").asInt()).isEqualTo(4);
    try (Server other = town.serve(clock)) {
      Client elsewhere = wang.at(Client.of(other));
      assertThat(elsewhere.post(REQUESTS, numbers(1, 95)).is(201).json().get("unknown").asInt())
          .isEqualTo(95);
      long before = town.home.journal().size();
      Said many = wang.post(REQUESTS, numbers(20, 30)).is(429).by("requests-locked");
      assertThat(many.body()).doesNotContain("unknown", "\"people\"");
      assertThat(town.kindsSince(before)).containsExactly("refusal");
      assertThat(last().value("until")).isPresent();
      for (Client one : List.of(wang, elsewhere)) {
        Said locked = one.post(REQUESTS, numbers(1, 0)).is(429).by("requests-locked");
        assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(3500L, 3600L);
        one.post(REQUESTS, where("终保日期 2027-03-01..", "姓名", "终保日期")).is(429);
      }
      clock.forward(Duration.ofMinutes(29));
      wang.get("/api/v1/me").is(200);
      clock.forward(Duration.ofMinutes(29));
      wang.post(REQUESTS, numbers(1, 0)).is(429);
      clock.forward(Duration.ofMinutes(3));
      wang.post(REQUESTS, numbers(1, 1)).is(201);
    }
  }

  @Test
  void manyAtTheSameMomentAreNoWayAroundTheLock() throws Exception {
    List<CompletableFuture<Integer>> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      running.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return wang.post(REQUESTS, numbers(1, 40)).status();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }));
    }
    List<Integer> answers = running.stream().map(CompletableFuture::join).toList();
    assertThat(answers).containsOnly(201, 429);
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(2);
  }

  @Test
  void theHourHasItsNumberOfRequestsAndAnothersCountsForItself() throws Exception {
    for (int i = 0; i < 60; i++) {
      wang.post(REQUESTS, numbers(1, 0)).is(201);
    }
    wang.post(REQUESTS, numbers(1, 0)).is(429).by("requests-per-hour");
    assertThat(last().value("rule")).hasValue("requests-per-hour");
    Client.of(server).as("he.jun", town, clock).post(REQUESTS, numbers(1, 0)).is(201);
  }

  @Test
  void whatHadToWaitIsDoneUnderItsKeyAfterwards() throws Exception {
    wang.post(REQUESTS, numbers(1, 200)).is(429).by("requests-locked");
    wang.post(REQUESTS, "the same key", numbers(1, 0)).is(400);
    wang.post(REQUESTS, "the-same-key", numbers(1, 0)).is(429);
    town.forgetFailures();
    wang.post(REQUESTS, "the-same-key", numbers(1, 0)).is(201);
  }

  @Test
  void aConditionAsksOnlyAboutWhatTheRequestShows() throws Exception {
    String everybody = "终保日期 2027-01-01..2027-12-31";
    wang.post(REQUESTS, where(everybody, "姓名", "车牌号", "终保日期")).is(201);
    wang.post(REQUESTS, where(everybody, "厂牌型号")).is(201);
    long before = town.home.journal().size();
    wang.post(REQUESTS, where(everybody, "姓名", "手机号")).is(403).by("beyond-request-condition");
    wang.post(REQUESTS, where("地址 begins 四川", "姓名")).is(403).by("beyond-request-condition");
    for (String number :
        List.of(
            "手机号=" + Town.mobile(3),
            "姓名=" + Town.name(3),
            everybody + " or 保单号=" + Town.policyNumber(3),
            "not 车牌号 begins 川A")) {
      Said said =
          wang.post(REQUESTS, where(number, "姓名", "保单号", "车牌号", "终保日期"))
              .is(403)
              .by("condition-names-people");
      assertThat(said.body()).doesNotContain(Town.mobile(3), Town.name(3), Town.policyNumber(3));
    }
    assertThat(town.kindsSince(before)).hasSize(6).containsOnly("refusal");
  }

  @Test
  void aConditionThatFewMeetIsAnsweredLikeOneThatNobodyMeets() throws Exception {
    String[] columns = {"姓名", "终保日期"};
    long before = town.home.journal().size();
    Said few = wang.post(REQUESTS, where("终保日期 2027-03-01..2027-03-02", columns));
    Said nobody = wang.post(REQUESTS, where("终保日期 1999-03-01..1999-03-02", columns));
    assertThat(few.is(403).by("too-few-meant").text("detail"))
        .isEqualTo(nobody.is(403).by("too-few-meant").text("detail"));
    assertThat(town.kindsSince(before))
        .containsExactly("selection", "refusal", "selection", "refusal");
    Said five = wang.post(REQUESTS, where("终保日期 2027-03-12..2027-03-15", columns)).is(201);
    assertThat(five.json().get("people").asInt()).isEqualTo(5);
  }
}
