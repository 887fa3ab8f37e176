package io.tidemark.server.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Signing in and out. */
@RestController
@Tag(name = "sign-in")
class SignInApi {
  private static final int LONGEST_NAME = 64;
  static final int LONGEST_PASSWORD = 512;
  private static final int LONGEST_CODE = 16;

  private final SignIn signIn;
  private final Enrolment enrolment;
  private final JsonMapper json;

  SignInApi(SignIn signIn, Enrolment enrolment, JsonMapper json) {
    this.signIn = signIn;
    this.enrolment = enrolment;
    this.json = json;
  }

  /** What somebody shows who signs in. */
  record Shown(
      @Schema(example = "liu.min") @Nullable String person,
      @Schema(format = "password") @Nullable String password,
      @Schema(description = "The six digits of the authenticator app.", example = "123456")
          @Nullable String code,
      @Schema(description = "In place of the code.") PasskeysApi.@Nullable Answer passkey,
      @Schema(
              description =
                  "Where the token goes: into the answer (bearer, the default) or a cookie.",
              allowableValues = {"bearer", "cookie"})
          @Nullable String session) {
    @Override
    public String toString() {
      return "Shown";
    }
  }

  /** A session. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Session(
      String person,
      @Schema(description = "For the header Authorization: Bearer; absent with a cookie.")
          @Nullable String token,
      @Schema(description = "For the header X-Tidemark-Anti-Forgery of writes; with a cookie only.")
          @JsonProperty("anti_forgery")
          @Nullable String antiForgery,
      Instant until) {}

  /** What somebody shows who was invited. */
  record Invited(
      @Nullable String invitation, @Schema(format = "password") @Nullable String password) {
    @Override
    public String toString() {
      return "Invited";
    }
  }

  /** An account. */
  record Account(
      String person,
      @Schema(description = "The secret of the one-time codes, in base 32. Told once.")
          @JsonProperty("code_secret")
          String codeSecret,
      @Schema(description = "The same as authenticator apps read it.") @JsonProperty("otpauth_uri")
          String address,
      long entry) {}

  @Operation(
      summary =
          "Sign in with a password and a one-time code or a passkey; a session that is still held ends")
  @SecurityRequirements
  @PostMapping(path = Paths.SIGN_IN, consumes = "application/json", produces = "application/json")
  ResponseEntity<Session> signIn(@Nullable SignedInPerson held, @RequestBody Shown shown) {
    String where = shown.session() == null ? "bearer" : shown.session();
    if (!where.equals("bearer") && !where.equals("cookie")) {
      throw Halt.status(400);
    }
    SignIn.Begun begun =
        signIn.in(
            text(shown.person(), LONGEST_NAME),
            text(shown.password(), LONGEST_PASSWORD),
            second(shown.code(), shown.passkey(), json),
            SignIn.Held.by(held));
    if (where.equals("bearer")) {
      return ResponseEntity.ok(
          new Session(begun.person(), begun.token().text(), null, begun.until()));
    }
    return inCookie(begun, ResponseEntity.ok());
  }

  /** The code or the passkey of a body; ends the request when it has neither or both. */
  static SecondFactor second(
      @Nullable String code, PasskeysApi.@Nullable Answer passkey, JsonMapper json) {
    if (passkey == null) {
      return new SecondFactor.Code(text(code, LONGEST_CODE));
    }
    if (code != null) {
      throw Halt.status(400);
    }
    return passkey.whole(json);
  }

  /** The answer that gives a browser its session. */
  static ResponseEntity<Session> inCookie(SignIn.Begun begun, ResponseEntity.BodyBuilder answer) {
    return answer
        .header(HttpHeaders.SET_COOKIE, cookie(begun.token().text(), SignIn.SESSION.toSeconds()))
        .body(
            new Session(
                begun.person(), null, SignedInPerson.antiForgery(begun.token()), begun.until()));
  }

  @Operation(summary = "Open an account with an invitation")
  @SecurityRequirements
  @PostMapping(path = Paths.ENROL, consumes = "application/json", produces = "application/json")
  ResponseEntity<Account> enrol(@RequestBody Invited invited) {
    Enrolment.Opened opened =
        enrolment.open(
            text(invited.invitation(), LONGEST_NAME), text(invited.password(), LONGEST_PASSWORD));
    return ResponseEntity.status(201)
        .body(
            new Account(
                opened.person(),
                OneTimeCodes.text(opened.codeSecret()),
                OneTimeCodes.address(opened.person(), opened.codeSecret()),
                opened.receipt().index()));
  }

  @Operation(summary = "Sign out: all sessions of the person end, on every node")
  @DeleteMapping(path = Paths.SESSION)
  ResponseEntity<Void> signOut(SignedInPerson person) {
    signIn.out(person.actor());
    return ended();
  }

  /** The answer by which a browser forgets its session. */
  static ResponseEntity<Void> ended() {
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie("", 0))
        .header("Clear-Site-Data", "\"cookies\", \"storage\"")
        .build();
  }

  /** The header that gives a browser a session, or with no value takes it back. */
  static String cookie(String value, long seconds) {
    return ResponseCookie.from(SessionFilter.COOKIE, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Strict")
        .path("/")
        .maxAge(seconds)
        .build()
        .toString();
  }

  /** A text of a body; ends the request when it is not there, or longer than that. */
  static String text(@Nullable String given, int longest) {
    if (given == null || given.isEmpty() || given.length() > longest) {
      throw Halt.status(400);
    }
    return given;
  }
}
