package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Answering;
import io.tidemark.custody.owner.Correcting;
import io.tidemark.custody.owner.OwnerCopy;
import io.tidemark.formats.consent.ConsentRecords;
import io.tidemark.formats.owner.ChangesDocument;
import io.tidemark.formats.owner.OwnerCopyDocument;
import io.tidemark.ledger.LedgerException;
import io.tidemark.rights.Reason;
import io.tidemark.rights.Right;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.owner.OwnerFiles;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.OwnRights;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people ask of their own data, served by staff. */
@RestController
@Tag(name = "owners")
class OwnersApi {
  private static final String JSON = "application/json";
  private static final int LONGEST_REASON = 500;

  private final Rules rules;
  private final OwnerFiles files;

  OwnersApi(Home home, Rules rules) {
    this.rules = rules;
    this.files = new OwnerFiles(home);
  }

  /** Who, by one whole number. */
  record Owner(
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "保单号") @Nullable String kind,
      @Schema(description = "The whole number.") @Nullable String value) {
    @Override
    public String toString() {
      return "Owner";
    }
  }

  /** What is to be corrected. */
  record Correction(
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "保单号") @Nullable String kind,
      @Schema(description = "The whole number.") @Nullable String value,
      @Schema(description = "The Chinese name of the field.", example = "手机号")
          @Nullable String field,
      @Schema(description = "What it is to say.", maxLength = 500) @Nullable String to,
      @Schema(description = "Why.", maxLength = LONGEST_REASON) @Nullable String why) {
    @Override
    public String toString() {
      return "Correction";
    }
  }

  /** What was corrected. */
  record Corrected(
      String field,
      @Schema(description = "In how many records of the person.") int records,
      long entry) {}

  /** What is refused. */
  record Denial(
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "保单号") @Nullable String kind,
      @Schema(description = "The whole number.") @Nullable String value,
      @Schema(allowableValues = {"access", "copy", "correction", "erasure"}) @Nullable String right,
      @Schema(
              allowableValues = {
                "law-demands-keeping",
                "contract-runs",
                "claim-open",
                "not-verified",
                "not-the-person"
              })
          @Nullable String reason) {
    @Override
    public String toString() {
      return "Denial";
    }
  }

  /** What the person is told. */
  record Denied(String right, String rule, String zh, String en, long entry) {}

  /** Whose changes. */
  @Schema(name = "OwnerAsked")
  record Asked(
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "保单号") @Nullable String kind,
      @Schema(description = "The whole number.") @Nullable String value,
      @Schema(description = "Whether what the fields said is opened too.")
          @Nullable Boolean values) {
    @Override
    public String toString() {
      return "Asked";
    }
  }

  /** What was corrected and refused. */
  record Told(List<Map<String, @Nullable Object>> changes, long entry) {
    @Override
    public String toString() {
      return "Told";
    }
  }

  @Operation(
      summary = "A copy of all that is kept of one person today (PIPL art. 45)",
      description =
          "tidemark/owner-copy/v1 as docs/own-rights.md has it. Nobody and several people are one"
              + " answer (404, nobody-meant). The answer is kept by nobody: the same"
              + " Idempotency-Key again is 409, answer-not-kept.")
  @PostMapping(path = Paths.OWNER_COPIES, consumes = JSON, produces = JSON)
  ResponseEntity<Map<String, @Nullable Object>> copy(
      SignedInPerson person, @RequestBody Owner owner) {
    InForce now = rules.inForce(person.rules());
    Recorded.Done<OwnerCopy> done =
        OneNumber.done(
            now.rights().copying().copy(person.actor(), OneNumber.of(owner.kind(), owner.value())),
            now);
    ConsentRecords consents = new ConsentRecords(now.policy(), now.chain());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new OwnerCopyDocument(consents).of(done.what()));
  }

  @Operation(
      summary = "The history of one person: who received what, with the proof that none is missing",
      description =
          "A ZIP file as docs/owner-file.md has it, which `tidemark verify` checks offline. The answer"
              + " is kept by nobody: the same Idempotency-Key again is 409, answer-not-kept.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary")))
  @PostMapping(path = Paths.OWNER_HISTORIES, consumes = JSON, produces = "application/zip")
  ResponseEntity<byte[]> history(SignedInPerson person, @RequestBody Owner owner)
      throws IOException, LedgerException {
    InForce now = rules.inForce(person.rules());
    OwnRights.Exported exported =
        OneNumber.done(
                now.rights().export(person.actor(), OneNumber.of(owner.kind(), owner.value())), now)
            .what();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history.zip\"")
        .body(files.make(exported.person(), exported.secret(), false).bytes());
  }

  @Operation(
      summary = "Correct one field of one person (PIPL art. 46)",
      description =
          "The earlier version stays, sealed. What cannot be right is refused (403) with its reason,"
              + " which is recorded and can be told the person.")
  @PostMapping(path = Paths.API + "/owners/corrections", consumes = JSON, produces = JSON)
  @ResponseStatus(HttpStatus.CREATED)
  Corrected correct(SignedInPerson person, @RequestBody Correction wanted) {
    InForce now = rules.inForce(person.rules());
    FieldClass field =
        FieldClass.named(String.valueOf(wanted.field()))
            .orElseThrow(() -> Halt.with(422, "bad-field", "没有这样的字段", "there is no such field"));
    Recorded.Done<Correcting.Done> done =
        OneNumber.done(
            now.rights()
                .correcting()
                .correct(
                    person.actor(),
                    OneNumber.of(wanted.kind(), wanted.value()),
                    field,
                    PersonalText.of(wanted.to() == null ? "" : wanted.to()),
                    why(wanted.why())),
            now);
    return new Corrected(field.zh(), done.what().records(), done.receipt().index());
  }

  @Operation(
      summary = "Refuse what a person asked for, with a reason that the law knows (PIPL art. 50)",
      description = "The reason is answered in both languages, and kept to be told at any time.")
  @PostMapping(path = Paths.API + "/owners/refusals", consumes = JSON, produces = JSON)
  @ResponseStatus(HttpStatus.CREATED)
  Denied refuse(SignedInPerson person, @RequestBody Denial denial) {
    InForce now = rules.inForce(person.rules());
    Right right =
        Right.named(String.valueOf(denial.right()))
            .orElseThrow(
                () ->
                    Halt.with(
                        422,
                        "bad-right",
                        "right 应为 access、copy、correction 或 erasure",
                        "right is access, copy, correction or erasure"));
    Reason reason =
        Reason.named(String.valueOf(denial.reason()))
            .orElseThrow(
                () ->
                    Halt.with(
                        422,
                        "bad-reason",
                        "reason 应为：" + Reason.all(),
                        "reason is one of " + Reason.all()));
    Recorded.Done<Reason> done =
        OneNumber.done(
            now.rights()
                .answering()
                .refuse(person.actor(), OneNumber.of(denial.kind(), denial.value()), right, reason),
            now);
    return new Denied(
        right.id(),
        reason.id(),
        reason.refusal().reason().zh(),
        reason.refusal().reason().en(),
        done.receipt().index());
  }

  @Operation(
      summary = "What was corrected of one person and what was refused: who, when, why",
      description =
          "A search by POST, for a number does not belong into an address. Each is recorded. The"
              + " answer is kept by nobody: the same Idempotency-Key again is 409,"
              + " answer-not-kept.")
  @PostMapping(path = Paths.OWNER_CHANGES, consumes = JSON, produces = JSON)
  ResponseEntity<Told> changes(SignedInPerson person, @RequestBody Asked asked) {
    InForce now = rules.inForce(person.rules());
    Recorded.Done<Answering.Told> done =
        OneNumber.done(
            now.rights()
                .answering()
                .tell(
                    person.actor(),
                    OneNumber.of(asked.kind(), asked.value()),
                    Boolean.TRUE.equals(asked.values())),
            now);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Told(ChangesDocument.of(done.what()), done.receipt().index()));
  }

  /** A reason that says something and is not too long. */
  static String why(@Nullable String typed) {
    if (typed == null || typed.isBlank() || typed.length() > LONGEST_REASON) {
      throw Halt.with(
          422,
          "no-reason",
          "请说明理由，至多 " + LONGEST_REASON + " 个字符",
          "say why, in at most " + LONGEST_REASON + " characters");
    }
    return typed;
  }
}
