package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.custody.owner.Notifying;
import io.tidemark.formats.notice.NoticeKey;
import io.tidemark.formats.notice.SignedNotice;
import io.tidemark.rights.notice.Notice;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Problem;
import io.tidemark.server.partner.NoticeFigures;
import io.tidemark.server.partner.PartnerCaller;
import io.tidemark.server.partner.PartnerFigures;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.NoticeTables;
import io.tidemark.terms.Digest;
import io.tidemark.terms.NoticeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notices that a partner has to act on. On the partners' port alone. */
@RestController
@Tag(name = "partner", description = "On the partners' port, by client certificate.")
class PartnerNoticesApi {
  private static final String NOTICES = Paths.PARTNER + "/notices";
  private static final String JSON = "application/json";

  private final Home home;
  private final Rules rules;
  private final NoticeTables notices;
  private final NoticeKey key;
  private final PartnerFigures refusals;
  private final NoticeFigures figures;

  PartnerNoticesApi(Home home, Rules rules, PartnerFigures refusals, NoticeFigures figures) {
    this.home = home;
    this.rules = rules;
    this.notices = home.notices();
    this.key = NoticeKey.of(home.keys());
    this.refusals = refusals;
    this.figures = figures;
  }

  /** A notice as its party gets it: nothing of it stands beside the signed document. */
  record Signed(
      String notice,
      @Schema(description = "A JWS (RFC 7515) over a CloudEvents 1.0 event; docs/notices.md.")
          String document) {}

  /** What a partner says of a notice that it acted on. */
  record Acted(
      @Schema(description = "SHA-256 of the document as it was received, in hexadecimal digits.")
          @Nullable String sha256) {}

  /** That it is known. */
  record Known(String notice, Instant acknowledged, long entry) {}

  @Operation(
      summary = "The caller's notices that it has not acknowledged, the oldest first",
      description = "Signed documents; that they were handed out is recorded before.")
  @GetMapping(path = NOTICES, produces = JSON)
  Page<Signed> list(
      PartnerCaller caller,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Page.check(limit);
    Optional<NoticeId> cursor =
        Optional.ofNullable(after).map(id -> own(caller, id).orElseThrow(Page::unknownCursor).id());
    List<Notice> found = notices.waiting(caller.party(), cursor, limit + 1);
    Page<Notice> page = Page.of(NOTICES, limit, found, notice -> notice.id().text());
    List<Signed> signed =
        notifying().fetched(caller.actor(), page.items()).stream()
            .map(one -> new Signed(one.notice().id().text(), one.text()))
            .toList();
    return new Page<>(signed, page.next());
  }

  @Operation(summary = "The key that signs notices, as a JSON Web Key (RFC 8037)")
  @GetMapping(path = NOTICES + "/key", produces = JSON)
  Map<String, String> key(PartnerCaller caller) {
    return key.jwk();
  }

  @Operation(
      summary = "Acknowledge a notice: the caller has done what it demands",
      description = "A second acknowledgement is answered with the first.")
  @PostMapping(path = NOTICES + "/{id}/acknowledgement", consumes = JSON, produces = JSON)
  Known acknowledge(PartnerCaller caller, @PathVariable String id, @RequestBody Acted acted) {
    Notice notice = own(caller, id).orElseThrow(() -> Halt.status(404));
    if (notice.acknowledged().isPresent()) {
      return known(notice);
    }
    if (notice.box().isEmpty()) {
      throw Halt.status(404);
    }
    return notifying()
        .acknowledge(caller.actor(), notice, digest(acted.sha256()))
        .either(
            done -> {
              figures.acknowledged(caller.party());
              return known(notices.find(done.what()).orElseThrow());
            },
            refused -> {
              refusals.refused(caller.party(), refused.refusal().rule());
              throw Halt.problem(
                  new Problem(422, refused.refusal().rule(), refused.refusal().reason()));
            });
  }

  private static Known known(Notice notice) {
    Notice.Acknowledged acknowledged = notice.acknowledged().orElseThrow();
    return new Known(notice.id().text(), acknowledged.at(), acknowledged.entry());
  }

  /** A notice of this caller; another's is as unknown as one that never was. */
  private Optional<Notice> own(PartnerCaller caller, String id) {
    return id(id).flatMap(notices::find).filter(one -> one.party().equals(caller.party()));
  }

  static Optional<NoticeId> id(String text) {
    try {
      return Optional.of(new NoticeId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Digest digest(@Nullable String hex) {
    if (hex == null || !hex.matches("[0-9a-f]{64}")) {
      throw Halt.with(
          422,
          "bad-digest",
          "sha256 应为所收文件的 SHA-256，64 位小写十六进制",
          "sha256 is the SHA-256 of the document as it was received, 64 lower-case hexadecimal"
              + " digits");
    }
    return Digest.parse(hex);
  }

  private Notifying notifying() {
    return new Notifying(
        rules.inForce().register(), home.keys(), new SignedNotice(home.origin(), key));
  }
}
