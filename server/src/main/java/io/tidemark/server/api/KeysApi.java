package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.KeyTables;
import io.tidemark.vault.Rotation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which keys there are, and how far a rotation has come; never a key. */
@RestController
@Tag(name = "keys")
class KeysApi {
  private final Home home;
  private final Rules rules;

  KeysApi(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  /** A key that is kept. */
  @Schema(name = "KeyKept")
  record Kept(
      @Schema(description = "What it is for; of a data key its epoch.") String use,
      @Schema(description = "When it was last wrapped, or drawn.") Instant since) {
    static Kept of(KeyTables.Kept key) {
      return new Kept(key.use(), key.since());
    }
  }

  /** A rotation of the data key. */
  record Turning(
      int epoch, @Schema(description = "Boxes sealed anew so far.") long done, long total) {
    static Turning of(Rotation.Progress at) {
      return new Turning(at.epoch(), at.done(), at.total());
    }
  }

  /** The keys of the home. */
  record Keys(
      @Schema(allowableValues = {"file", "environment", "command"}) String master,
      List<Kept> ring,
      List<Kept> data,
      @Schema(description = "Null where none is under way.") @Nullable Turning rotation) {}

  @Operation(
      summary = "The keys of the home and the state of a rotation; no key",
      description =
          "A rotation is begun and taken up by the commands keys rotate-master, rotate-data.")
  @GetMapping(path = Paths.API + "/keys", produces = "application/json")
  Keys keys(SignedInPerson person) {
    rules.inForce(person.rules()).unlessMay(person.actor(), Act.KEEP_KEYS);
    KeyTables tables = home.keyTables();
    return new Keys(
        home.keyPlace(),
        tables.ring().stream().map(Kept::of).toList(),
        tables.dataKeys().stream().map(Kept::of).toList(),
        home.rotation().running().map(Turning::of).orElse(null));
  }
}
