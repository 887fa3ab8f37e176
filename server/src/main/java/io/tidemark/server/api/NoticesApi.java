package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.custody.owner.Notifying;
import io.tidemark.formats.notice.NoticeKey;
import io.tidemark.formats.notice.SignedNotice;
import io.tidemark.rights.notice.Notice;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.partner.NoticeFigures;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.NoticeTables;
import io.tidemark.terms.NoticeId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which partner was told what, and who knows it, for those who read the record. */
@RestController
@Tag(name = "notices")
class NoticesApi {
  private static final String PATH = Paths.API + "/notices";
  private static final String JSON = "application/json";

  private final Home home;
  private final Rules rules;
  private final NoticeTables notices;
  private final SignedNotice form;
  private final NoticeFigures figures;

  NoticesApi(Home home, Rules rules, NoticeFigures figures) {
    this.home = home;
    this.rules = rules;
    this.notices = home.notices();
    this.form = new SignedNotice(home.origin(), NoticeKey.of(home.keys()));
    this.figures = figures;
  }

  /** A notice as it stands; it says nothing of whom it is about. */
  record NoticeState(
      String notice,
      String party,
      @Schema(allowableValues = {"withdrawn", "refused", "erased"}) String cause,
      @Schema(allowableValues = {"stop-using", "delete"}) String demand,
      @Schema(nullable = true, description = "Null for all purposes.") @Nullable String purpose,
      @Schema(allowableValues = {"open", "told", "late", "acknowledged", "ended"}) String state,
      @Schema(description = "From when the data may be used no longer.") Instant since,
      Instant opened,
      @Schema(description = "Until when it is to be acknowledged.") Instant due,
      @Schema(description = "The ledger's entry of what the person said.") long entry,
      @Schema(nullable = true) @Nullable Instant told,
      @Schema(
              nullable = true,
              allowableValues = {"list", "webhook"})
          @Nullable String way,
      @Schema(nullable = true, description = "SHA-256 of the signed document.")
          @JsonProperty("document_sha256")
          @Nullable String document,
      @Schema(nullable = true) @Nullable Instant acknowledged,
      @Schema(nullable = true) @JsonProperty("acknowledged_by") @Nullable String by,
      @Schema(nullable = true) @Nullable Long acknowledgement) {
    static NoticeState of(Notice notice, Instant now) {
      Optional<Notice.Told> told = notice.told();
      Optional<Notice.Acknowledged> known = notice.acknowledged();
      return new NoticeState(
          notice.id().text(),
          notice.party(),
          notice.cause().id(),
          notice.cause().demand(),
          notice.purpose().orElse(null),
          lower(notice.state(now)),
          notice.since(),
          notice.opened(),
          notice.due(),
          notice.entry(),
          told.map(Notice.Told::at).orElse(null),
          told.map(one -> lower(one.way())).orElse(null),
          told.map(one -> one.document().toString()).orElse(null),
          known.map(Notice.Acknowledged::at).orElse(null),
          known.map(Notice.Acknowledged::by).orElse(null),
          known.map(Notice.Acknowledged::entry).orElse(null));
    }

    private static String lower(Enum<?> one) {
      return one.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why somebody says that a party knows. */
  record Heard(
      @Schema(description = "How the party acknowledged it.", example = "letter of 3 December")
          @Nullable String why) {}

  @Operation(
      summary = "Notices to parties that hold a copy, the newest first",
      description = "For whoever may read the record. Nothing in it says whom they are about.")
  @GetMapping(path = PATH, produces = JSON)
  Page<NoticeState> list(
      SignedInPerson person,
      @Schema(allowableValues = {"all", "waiting", "late"}) @RequestParam(defaultValue = "all")
          String which,
      @RequestParam(required = false) @Nullable String party,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.AUDIT);
    Page.check(limit);
    NoticeTables.Which asked = which(which);
    Optional<NoticeId> cursor =
        Optional.ofNullable(after).map(id -> find(id).orElseThrow(Page::unknownCursor).id());
    Instant at = now.register().now();
    List<NoticeState> found =
        notices.list(asked, Optional.ofNullable(party), cursor, limit + 1, at).stream()
            .map(one -> NoticeState.of(one, at))
            .toList();
    Page<NoticeState> page = Page.of(PATH, limit, found, NoticeState::notice);
    return page.next() == null ? page : new Page<>(page.items(), page.next() + asked(asked, party));
  }

  /** The next part is of the same list. */
  private static String asked(NoticeTables.Which which, @Nullable String party) {
    return "&which="
        + NoticeState.lower(which)
        + (party == null ? "" : "&party=" + URLEncoder.encode(party, StandardCharsets.UTF_8));
  }

  private static NoticeTables.Which which(String named) {
    for (NoticeTables.Which one : NoticeTables.Which.values()) {
      if (NoticeState.lower(one).equals(named)) {
        return one;
      }
    }
    throw Halt.with(
        400, "bad-which", "which 应为 all、waiting 或 late", "which is all, waiting or late");
  }

  @Operation(summary = "One notice as it stands")
  @GetMapping(path = PATH + "/{id}", produces = JSON)
  NoticeState one(SignedInPerson person, @PathVariable String id) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.AUDIT);
    return NoticeState.of(find(id).orElseThrow(() -> Halt.status(404)), now.register().now());
  }

  @Operation(
      summary = "Record that a party acknowledged a notice by another way than its system",
      description = "For protection officers.")
  @PostMapping(path = PATH + "/{id}/acknowledgement", consumes = JSON, produces = JSON)
  NoticeState acknowledge(
      SignedInPerson person, @PathVariable String id, @RequestBody Heard heard) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.NOTIFY);
    Notice notice = find(id).orElseThrow(() -> Halt.status(404));
    String why = heard.why() == null ? "" : heard.why();
    if (why.isBlank()) {
      throw Halt.with(422, "no-reason", "请说明理由", "say why");
    }
    return new Notifying(now.register(), home.keys(), form)
        .acknowledgeFor(person.actor(), notice, why)
        .either(
            done -> {
              figures.acknowledged(notice.party());
              return NoticeState.of(notices.find(done.what()).orElseThrow(), now.register().now());
            },
            refused -> {
              throw Halt.refused(refused.refusal());
            });
  }

  private Optional<Notice> find(String id) {
    return PartnerNoticesApi.id(id).flatMap(notices::find);
  }
}
