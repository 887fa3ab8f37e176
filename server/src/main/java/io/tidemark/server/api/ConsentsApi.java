package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Consenting;
import io.tidemark.formats.consent.ConsentRecords;
import io.tidemark.rights.Consents;
import io.tidemark.rights.Ground;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Word;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.ConsentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers consent to, withdraw and refuse, recorded by staff. */
@RestController
@Tag(name = "consents")
class ConsentsApi {
  private static final String PATH = Paths.API + "/consents";
  private static final String JSON = "application/json";

  private final Rules rules;

  ConsentsApi(Rules rules) {
    this.rules = rules;
  }

  /** Who, by one whole number. */
  @Schema(name = "ConsentsSought")
  record Sought(
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "保单号") @Nullable String kind,
      @Schema(description = "The whole number.") @Nullable String value) {
    @Override
    public String toString() {
      return "Sought";
    }
  }

  /** What a customer said. */
  record Said(
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "保单号") @Nullable String kind,
      @Schema(description = "The whole number.") @Nullable String value,
      @Schema(allowableValues = {"give", "withdraw", "refuse"}) @Nullable String word,
      @Schema(example = "marketing") @Nullable String purpose,
      @Schema(description = "The party that it names; null for everybody.", example = "ag-0001")
          @Nullable String recipient,
      @Schema(description = "When it was said; null for now.") @Nullable Instant at,
      @Schema(
              allowableValues = {
                "phone", "counter", "app", "web", "letter", "email", "sms", "agent", "other"
              })
          @Nullable String channel,
      @Schema(description = "The version of the notice.", example = "2026-11")
          @Nullable String notice,
      @Schema(
              description = "The wording of the notice; nothing about the person.",
              maxLength = Ground.LONGEST)
          @Nullable String text) {
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** What was recorded. */
  @Schema(name = "ConsentKept")
  record Kept(
      @Schema(description = "Names the word, not the person.") String consent,
      String word,
      long entry) {}

  @Operation(
      summary = "Record what one customer said: a consent, its withdrawal, a refusal",
      description =
          "In force with the entry: from then on the person is in no release, list or look-up for"
              + " the purpose, and the recipient where one is named, that was not recorded before."
              + " Nobody and several people are one answer (404, nobody-meant).")
  @PostMapping(path = PATH, consumes = JSON, produces = JSON)
  @ResponseStatus(HttpStatus.CREATED)
  Kept say(SignedInPerson person, @RequestBody Said said) {
    InForce now = rules.inForce(person.rules());
    Word word =
        Word.named(text(said.word()))
            .orElseThrow(
                () ->
                    Halt.with(
                        422,
                        "bad-word",
                        "word 应为 give、withdraw 或 refuse",
                        "word is give, withdraw or refuse"));
    Statement statement =
        new Statement(
            word,
            text(said.purpose()),
            Optional.ofNullable(said.recipient()).filter(party -> !party.isBlank()),
            said.at() == null ? now.register().now() : said.at(),
            new Ground(text(said.channel()), text(said.notice()), text(said.text())));
    Consenting.Line line =
        new Consenting.Line(
            LookUpDesk.kind(said.kind()), LookUpDesk.number(said.value()), statement);
    Recorded.Done<ConsentId> done =
        OneNumber.done(now.rights().consenting().say(person.actor(), line), now);
    return new Kept(done.what().text(), word.id(), done.receipt().index());
  }

  @Operation(
      summary = "What one customer said so far, as a consent record (ISO/IEC TS 27560, W3C DPV)",
      description = "A search by POST, for a number does not belong into an address.")
  @PostMapping(path = PATH + "/search", consumes = JSON, produces = JSON)
  ResponseEntity<Map<String, Object>> search(SignedInPerson person, @RequestBody Sought sought) {
    InForce now = rules.inForce(person.rules());
    Recorded.Done<List<Consents.Kept>> done =
        OneNumber.done(
            now.rights()
                .consenting()
                .show(
                    person.actor(),
                    LookUpDesk.kind(sought.kind()),
                    LookUpDesk.number(sought.value())),
            now);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new ConsentRecords(now.policy(), now.chain()).of(done.what()));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
