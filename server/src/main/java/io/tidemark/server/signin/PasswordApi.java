package io.tidemark.server.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.server.http.Paths;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The password of whoever is signed in. */
@RestController
@Tag(name = "sign-in")
class PasswordApi {
  private final OwnPassword password;
  private final JsonMapper json;

  PasswordApi(OwnPassword password, JsonMapper json) {
    this.password = password;
    this.json = json;
  }

  /** What somebody shows and wants who changes the password. */
  record Change(
      @Schema(format = "password", description = "The one until now.") @Nullable String password,
      @Schema(description = "The six digits of the authenticator app.", example = "123456")
          @Nullable String code,
      @Schema(description = "In place of the code.") PasskeysApi.@Nullable Answer passkey,
      @Schema(format = "password", description = "The one from now on.")
          @JsonProperty("new_password")
          @Nullable String wanted) {
    @Override
    public String toString() {
      return "Change";
    }
  }

  @Operation(
      summary =
          "Change one's own password, with the old one and a code or a passkey: all other sessions"
              + " of the person end, on every node")
  @PostMapping(path = Paths.PASSWORD, consumes = "application/json")
  ResponseEntity<Void> change(SignedInPerson person, @RequestBody Change change) {
    password.change(
        person,
        SignInApi.text(change.password(), SignInApi.LONGEST_PASSWORD),
        SignInApi.second(change.code(), change.passkey(), json),
        SignInApi.text(change.wanted(), SignInApi.LONGEST_PASSWORD));
    return ResponseEntity.noContent().build();
  }
}
