package io.tidemark.server.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.passkey.PasskeyOptions;
import io.tidemark.server.passkey.RelyingParty;
import io.tidemark.store.access.Passkeys;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys of whoever is signed in, and what is shown before they change. */
@RestController
@Tag(name = "passkeys")
class PasskeysApi {
  private static final int LONGEST_PASSWORD = 512;

  private final OwnPasskeys passkeys;
  private final Proofs proofs;
  private final Challenges challenges;
  private final RelyingParty party;
  private final JsonMapper json;

  PasskeysApi(
      OwnPasskeys passkeys,
      Proofs proofs,
      Challenges challenges,
      RelyingParty party,
      JsonMapper json) {
    this.passkeys = passkeys;
    this.proofs = proofs;
    this.challenges = challenges;
    this.party = party;
    this.json = json;
  }

  /** What a browser says of a passkey that it used. */
  @Schema(name = "PasskeyAnswer")
  record Answer(
      @Schema(description = "What POST /api/v1/sign-in/passkey gave with the challenge.")
          @Nullable String attempt,
      @Schema(description = "AuthenticationResponseJSON: what toJSON() of the credential gives.")
          @Nullable Map<String, Object> credential) {
    /** The same, as far as it is there; ends the request when it is not. */
    PasskeyAnswer whole(JsonMapper json) {
      if (attempt == null || credential == null) {
        throw Halt.status(400);
      }
      return new PasskeyAnswer(attempt, json.writeValueAsString(credential));
    }

    @Override
    public String toString() {
      return "Answer";
    }
  }

  /** Shown once more: one of both. */
  record Proof(@Schema(format = "password") @Nullable String password, @Nullable Answer passkey) {
    @Override
    public String toString() {
      return "Proof";
    }
  }

  /** A challenge for somebody who wants to show a passkey. */
  @Schema(name = "PasskeyAsked")
  record Asked(
      @Schema(description = "Comes back with the answer, once, within five minutes.")
          String attempt,
      @Schema(description = "For navigator.credentials.get.") PasskeyOptions.Using publicKey) {}

  /** What a browser needs to make a passkey. */
  record Begun(
      @Schema(description = "For navigator.credentials.create.") PasskeyOptions.Making publicKey) {}

  /** A passkey that a browser made. */
  @Schema(name = "PasskeyMade")
  record Made(
      @Schema(description = "What its person calls it.", example = "办公室的安全密钥")
          @Nullable String name,
      @Schema(description = "RegistrationResponseJSON: what toJSON() of the credential gives.")
          @Nullable Map<String, Object> credential) {}

  /** A passkey. */
  record Passkey(
      String id,
      String name,
      @Schema(description = "Whether its authenticator may copy it to other devices.")
          boolean backup,
      Instant registered,
      @Schema(nullable = true, description = "When it was last used.") @Nullable Instant used) {
    static Passkey of(Passkeys.Passkey one) {
      return new Passkey(
          String.valueOf(one.registration()),
          one.name(),
          one.backup(),
          one.registered(),
          one.used());
    }
  }

  @Operation(summary = "Ask for a challenge that a passkey signs, to sign in or as a proof")
  @SecurityRequirements
  @PostMapping(path = Paths.SIGN_IN_PASSKEY, produces = "application/json")
  Asked ask() {
    Challenges.Asked asked = challenges.ask();
    return new Asked(
        asked.attempt().text(), PasskeyOptions.using(party, asked.challenge(), Challenges.LIFE));
  }

  @Operation(
      summary =
          "Show once more who one is, by password or passkey: counts for one change of"
              + " passkeys, within five minutes")
  @PostMapping(path = Paths.PROOF, consumes = "application/json")
  ResponseEntity<Void> prove(SignedInPerson person, @RequestBody Proof proof) {
    String password = proof.password();
    Answer passkey = proof.passkey();
    if (password != null && passkey == null && password.length() <= LONGEST_PASSWORD) {
      proofs.byPassword(person, password);
    } else if (password == null && passkey != null) {
      proofs.byPasskey(person, passkey.whole(json));
    } else {
      throw Halt.status(400);
    }
    return ResponseEntity.noContent().build();
  }

  @Operation(summary = "One's own passkeys, in the order of their registration")
  @GetMapping(Paths.PASSKEYS)
  Page<Passkey> list(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    List<Passkey> all = passkeys.of(person).stream().map(Passkey::of).toList();
    return Page.within(Paths.PASSKEYS, limit, after, all, Passkey::id);
  }

  @Operation(summary = "Begin to register a passkey, after a proof")
  @PostMapping(path = Paths.PASSKEYS + "/options", produces = "application/json")
  Begun begin(SignedInPerson person) {
    return new Begun(passkeys.begin(person));
  }

  @Operation(summary = "Register the passkey that the browser made, under a name")
  @PostMapping(path = Paths.PASSKEYS, consumes = "application/json", produces = "application/json")
  ResponseEntity<Passkey> register(SignedInPerson person, @RequestBody Made made) {
    if (made.name() == null || made.credential() == null) {
      throw Halt.status(400);
    }
    Passkey registered =
        Passkey.of(
            passkeys.register(person, made.name(), json.writeValueAsString(made.credential())));
    return ResponseEntity.created(URI.create(Paths.PASSKEYS + "/" + registered.id()))
        .body(registered);
  }

  @Operation(summary = "Remove a passkey, after a proof: it signs in no more, on any node")
  @DeleteMapping(Paths.PASSKEYS + "/{id}")
  ResponseEntity<Void> remove(SignedInPerson person, @PathVariable long id) {
    passkeys.remove(person, id);
    return ResponseEntity.noContent().build();
  }
}
