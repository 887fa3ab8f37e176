package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rotation.DataRotation;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.KeyTables;
import io.tidemark.vault.Rotation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which keys there are, and how far a rotation has come; never a key. */
@RestController
@Tag(name = "keys")
class KeysApi {
  private final Home home;
  private final Rules rules;

  private final DataRotation rotation;

  KeysApi(Home home, Rules rules, DataRotation rotation) {
    this.home = home;
    this.rules = rules;
    this.rotation = rotation;
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
          "The master key is changed by the command keys rotate-master alone: its place is the"
              + " operator's.")
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

  @Operation(
      summary = "Begin a rotation of the data key",
      description =
          "All records are sealed anew in the background while others read and write; at the end"
              + " the older keys are destroyed. Begin and end are entries. Where one runs, that one"
              + " is told of; GET /keys says how far it is.")
  @PostMapping(path = Paths.API + "/keys/data-rotations", produces = "application/json")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Turning rotate(SignedInPerson person) {
    rules.inForce(person.rules()).unlessMay(person.actor(), Act.KEEP_KEYS);
    return Turning.of(rotation.begin(person.actor()));
  }
}
