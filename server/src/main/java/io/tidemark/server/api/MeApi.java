package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Duty;
import io.tidemark.server.http.Paths;
import io.tidemark.server.signin.SignedInPerson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
@Tag(name = "sign-in")
class MeApi {
  /** The signed-in person. */
  record Me(
      String person,
      String party,
      List<String> duties,
      @Schema(description = "What the duties allow.") List<String> may,
      @Schema(description = "The session's absolute end.") Instant until,
      @Schema(description = "For the header X-Tidemark-Anti-Forgery of writes by cookie.")
          @JsonProperty("anti_forgery")
          String antiForgery) {}

  @Operation(summary = "Who is signed in, and what that person may do")
  @GetMapping(Paths.ME)
  Me me(SignedInPerson person) {
    return new Me(
        person.actor().id(),
        person.party(),
        person.actor().duties().stream().map(Duty::id).sorted().toList(),
        Arrays.stream(Act.values())
            .filter(person.actor()::may)
            .map(act -> act.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        person.until(),
        person.antiForgery());
  }
}
