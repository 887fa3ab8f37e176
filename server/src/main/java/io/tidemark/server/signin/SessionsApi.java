package io.tidemark.server.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.store.access.Sessions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of whoever is signed in. */
@RestController
@Tag(name = "sign-in")
class SessionsApi {
  private final OwnSessions sessions;

  SessionsApi(OwnSessions sessions) {
    this.sessions = sessions;
  }

  /** A session. */
  @Schema(name = "OwnSession")
  record Session(
      @Schema(description = "The entry of the sign-in that began it.") String id,
      @Schema(
              description =
                  "What was shown for it: code or passkey (beside the password), provider,"
                      + " client-secret.",
              example = "passkey")
          String by,
      Instant begun,
      @Schema(description = "When it was last used, to the half minute.") Instant used,
      @Schema(description = "Its absolute end.") Instant until,
      @Schema(description = "Whether it is the one that asks.") @JsonProperty("this")
          boolean asking) {
    static Session of(Sessions.Listed one) {
      return new Session(
          String.valueOf(one.signIn()),
          one.shown(),
          one.begun(),
          one.used(),
          one.until(),
          one.asking());
    }
  }

  @Operation(summary = "One's own sessions that live, the newest first")
  @GetMapping(Paths.SESSIONS)
  Page<Session> list(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    List<Session> all = sessions.of(person).stream().map(Session::of).toList();
    return Page.within(Paths.SESSIONS, limit, after, all, Session::id);
  }

  @Operation(summary = "End one of one's own sessions, on every node")
  @DeleteMapping(Paths.SESSIONS + "/{id}")
  ResponseEntity<Void> end(SignedInPerson person, @PathVariable long id) {
    sessions.end(person, id);
    return id == person.signIn() ? SignInApi.ended() : ResponseEntity.noContent().build();
  }
}
