package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Retention;
import io.tidemark.custody.owner.RetentionRuns;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long things are kept, and how far erasing what is past its time has come. */
@RestController
@Tag(name = "retention")
class RetentionApi {
  private final Home home;
  private final Rules rules;

  RetentionApi(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  /** One way through all records. */
  record Run(
      int number,
      Instant begun,
      long entry,
      @Schema(description = "Records judged so far.") long seen,
      long total,
      @Schema(description = "People erased so far.") long people,
      boolean ended) {
    static Run of(RetentionRuns.Run run) {
      return new Run(
          run.number(),
          run.begun(),
          run.entry(),
          run.seen(),
          run.total(),
          run.erased(),
          run.ended());
    }
  }

  /** What the policy says, and the last run. */
  record State(
      @Schema(description = "For each purpose the days after the end of the last policy.")
          Map<String, Integer> days,
      @Schema(description = "Years of the restricted archive.") int provisionYears,
      @Schema(description = "When a server runs it each day, in China; null for by command only.")
          @Nullable String at,
      @Schema(description = "Null where it was never run.") @Nullable Run last) {}

  @Operation(summary = "Retention: what the policy says, and how far the last run has come")
  @GetMapping(path = Paths.API + "/retention", produces = "application/json")
  State state(SignedInPerson person) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.RETAIN);
    Retention retention = now.policy().retention();
    return new State(
        new TreeMap<>(retention.days()),
        retention.provisionYears(),
        retention.at().map(Object::toString).orElse(null),
        home.retentionRuns().last().map(Run::of).orElse(null));
  }
}
