package io.tidemark.authorise.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Request;
import io.tidemark.terms.China;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * No order of acts by anybody gets data out without its quorum, lets somebody approve their own, or
 * uses what ended: the walk's own diary says what really happened.
 */
final class LifeCycleTest {
  private static final int STEPS = 200;

  @Property(tries = 1_000)
  void nothingIsReleasedWithoutItsQuorum(@ForAll long seed) {
    RandomWalk walk = new RandomWalk(seed);
    walk.walk(STEPS);
    Set<String> used = new HashSet<>();
    for (RandomWalk.Release release : walk.releases) {
      Request request = release.request();
      String id = request.id().text();
      List<RandomWalk.Word> words = before(walk, id, release.at());
      assertThat(words.size()).as("quorum").isGreaterThanOrEqualTo(request.rule().quorum());
      assertThat(used.add(id)).as("used once").isTrue();
      assertThat(release.at()).as("use in time").isBeforeOrEqualTo(request.useBy());
      words.forEach(word -> assertThat(word.at()).isBeforeOrEqualTo(request.decideBy()));
      assertThat(walk.takenBack).as("revoked or rejected").doesNotContainKey(id);
      EnumSet<Duty> duties = EnumSet.noneOf(Duty.class);
      words.forEach(word -> duties.addAll(walk.duties(word.duty())));
      assertThat(duties).containsAll(request.rule().duties());
      eachOnce(walk, words, request.ask().actor());
    }
    Statistics.label("releases").collect(Math.min(3, walk.releases.size()));
    Statistics.label("spoken for")
        .collect(
            walk.words.values().stream()
                .flatMap(List::stream)
                .anyMatch(word -> !word.human().equals(word.duty())));
  }

  @Property(tries = 1_000)
  void noGrantIsUsedWithoutAllWhomItNamesNorAfterItsEnd(@ForAll long seed) {
    RandomWalk walk = new RandomWalk(seed);
    walk.walk(STEPS);
    for (RandomWalk.GrantRelease release : walk.grantReleases) {
      String id = release.grant().id().text();
      List<RandomWalk.Word> words = before(walk, id, release.at());
      assertThat(words.stream().map(RandomWalk.Word::duty).toList())
          .containsExactlyInAnyOrderElementsOf(release.grant().approvers());
      eachOnce(walk, words, release.grant().askedBy());
      assertThat(China.day(release.at())).isBeforeOrEqualTo(release.grant().until());
      Instant taken = walk.takenBack.getOrDefault(id, Instant.MAX);
      assertThat(taken).as("revoked").isAfterOrEqualTo(release.at());
    }
    Statistics.label("grants used").collect(!walk.grantReleases.isEmpty());
  }

  @Property(tries = 500)
  void anEmergencyIsOfThoseThePolicyNamesAndJudgedByTwoOthers(@ForAll long seed) {
    RandomWalk walk = new RandomWalk(seed);
    walk.walk(STEPS);
    for (RandomWalk.Release release : walk.emergencies) {
      Request request = Objects.requireNonNull(walk.requests.get(release.request().id()));
      String asker = request.ask().actor();
      assertThat(walk.duties(asker)).contains(Duty.PROTECTION_OFFICER);
      Request.Emergency emergency = request.emergency().orElseThrow();
      assertThat(emergency.why()).isNotBlank();
      assertThat(emergency.skipped()).doesNotContain(asker);
      walk.chain.people().keySet().stream()
          .filter(person -> !person.equals(asker) && walk.approves(person))
          .forEach(person -> assertThat(emergency.skipped()).contains(person));
      List<RandomWalk.Word> words = before(walk, request.id().text(), Instant.MAX);
      eachOnce(walk, words, asker);
      boolean judged = words.size() >= Request.Emergency.JUDGES;
      assertThat(request.state() == Request.State.REVIEW).isEqualTo(!judged);
      assertThat(request.state() == Request.State.OBJECTED)
          .isEqualTo(judged && !emergency.objectedBy().isEmpty());
    }
    Statistics.label("emergencies").collect(!walk.emergencies.isEmpty());
  }

  private static List<RandomWalk.Word> before(RandomWalk walk, String id, Instant at) {
    return walk.words.getOrDefault(id, List.of()).stream()
        .filter(word -> !word.at().isAfter(at))
        .toList();
  }

  /** No human twice, no duty twice, and the one who asked neither speaks nor is spoken for. */
  private static void eachOnce(RandomWalk walk, List<RandomWalk.Word> words, String asker) {
    List<String> counted = new ArrayList<>();
    for (RandomWalk.Word word : words) {
      counted.add(word.human());
      if (!word.duty().equals(word.human())) {
        counted.add(word.duty());
      }
      assertThat(walk.approves(word.duty())).isTrue();
    }
    assertThat(counted).doesNotHaveDuplicates().doesNotContain(asker, Actor.OPERATOR);
  }
}
