package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Erasing;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.ErasuresDone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing people, by a protection officer. */
@RestController
@Tag(name = "erasures")
class ErasuresApi {
  private static final String PATH = Paths.API + "/erasures";
  private static final String JSON = "application/json";

  private final Home home;
  private final Rules rules;

  ErasuresApi(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  /** Who, and why. */
  @Schema(name = "ErasureWanted")
  record Wanted(
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "证件号码") @Nullable String kind,
      @Schema(description = "The whole number.") @Nullable String value,
      @Schema(description = "Why.", maxLength = 500) @Nullable String why) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  /** An erasure. */
  record Erased(
      @Schema(description = "Its entry, which names it.") long erasure,
      int people,
      @Schema(description = "Policies; null where it is only asked about.")
          @Nullable Integer records,
      @Schema(description = "Of how many of them who received what is kept; null likewise.")
          @Nullable Integer archived,
      @Schema(
              allowableValues = {"deleted", "shredded"},
              description =
                  "deleted: nothing leads to the person any more; shredded: out of the database's"
                      + " files too, which a server does afterwards.")
          String state) {}

  @Operation(
      summary = "Erase one person with all that is kept (PIPL art. 47)",
      description =
          "In force with the entry. Nobody and several people are one answer (404, nobody-meant). A"
              + " request that cannot be met is answered at /api/v1/owners/refusals.")
  @PostMapping(path = PATH, consumes = JSON, produces = JSON)
  @ResponseStatus(HttpStatus.CREATED)
  Erased erase(SignedInPerson person, @RequestBody Wanted wanted) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.ERASE);
    Recorded.Done<Erasing.Erased> done =
        OneNumber.done(
            now.rights()
                .erase(
                    person.actor(),
                    OneNumber.of(wanted.kind(), wanted.value()),
                    OwnersApi.why(wanted.why())),
            now);
    return new Erased(
        done.receipt().index(),
        done.what().people(),
        done.what().records(),
        done.what().archived(),
        "deleted");
  }

  @Operation(summary = "How far an erasure has come")
  @GetMapping(path = PATH + "/{entry}", produces = JSON)
  Erased state(SignedInPerson person, @PathVariable long entry) {
    rules.inForce(person.rules()).unlessMay(person.actor(), Act.ERASE);
    ErasuresDone.Done done = home.erasuresDone().of(entry).orElseThrow(() -> Halt.status(404));
    return new Erased(
        done.entry(), done.people(), null, null, done.shredded() ? "shredded" : "deleted");
  }
}
