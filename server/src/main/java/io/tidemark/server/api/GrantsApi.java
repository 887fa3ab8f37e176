package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Outstanding;
import io.tidemark.authorise.approval.Renewals;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Renewing;
import io.tidemark.ledger.Entry;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Tongue;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The standing grants: seeing them, proposing them anew. */
@RestController
@Tag(name = "grants")
class GrantsApi {
  private static final String PATH = Paths.API + "/grants";
  private static final String JSON = "application/json";

  private final Rules rules;

  GrantsApi(Rules rules) {
    this.rules = rules;
  }

  /** A grant, with the names of {@code chain.yaml}. */
  record Grant(
      String grant,
      String to,
      String purpose,
      List<String> columns,
      @Schema(description = "Where the grant is silent, the policy's default holds.")
          Map<String, String> forms,
      @JsonProperty("people_at_most") int peopleAtMost,
      LocalDate until,
      List<String> approvers,
      @JsonProperty("approved_by") List<String> approvedBy,
      @Schema(allowableValues = {"founding", "proposed", "active", "revoked", "expired"})
          String state,
      @Schema(description = "Who is named and has not spoken yet; nobody unless it is proposed.")
          @JsonProperty("waits_for")
          List<String> waitsFor,
      @Schema(
              description =
                  "Those of them who cannot speak any more: they have left the chain, or have no"
                      + " duty to approve.")
          List<String> gone,
      @Schema(description = "What to do where somebody is gone; null where nobody is.")
          @Nullable String hint) {
    static Grant of(
        io.tidemark.authorise.Grant grant, Chain chain, LocalDate today, Language language) {
      Outstanding outstanding = Outstanding.of(grant, chain, today);
      Map<String, String> forms = new LinkedHashMap<>();
      for (FieldClass field : grant.columns()) {
        if (grant.forms().get(field) != null) {
          forms.put(field.zh(), String.valueOf(grant.forms().get(field)).toLowerCase(Locale.ROOT));
        }
      }
      return new Grant(
          grant.id().text(),
          grant.to(),
          grant.purpose(),
          grant.columns().stream().map(FieldClass::zh).toList(),
          forms,
          grant.peopleAtMost(),
          grant.until(),
          grant.approvers().stream().sorted().toList(),
          grant.approved().stream().map(Voice::toString).sorted().toList(),
          grant.stateOn(today).name().toLowerCase(Locale.ROOT),
          outstanding.named().stream().sorted().toList(),
          outstanding.gone().stream().sorted().toList(),
          outstanding.remedy().map(words -> words.in(language)).orElse(null));
    }
  }

  @Operation(summary = "The standing grants, in the order in which they were proposed")
  @GetMapping(PATH)
  Page<Grant> grants(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request) {
    InForce now = rules.inForce();
    Actor actor = person.actor();
    if (!actor.may(Act.APPROVE) && !actor.may(Act.REQUEST)) {
      now.unlessMay(actor, Act.AUDIT);
    }
    LocalDate today = China.day(now.register().now());
    Language language = Tongue.of(request);
    List<Grant> all =
        now.chain().grants().stream()
            .map(grant -> Grant.of(grant, now.chain(), today, language))
            .toList();
    return Page.within(PATH, limit, after, all, Grant::grant);
  }

  /** Until when a grant is wanted. */
  record Renewal(
      @Schema(description = "The new last day.", example = "2028-12-31")
          @Nullable LocalDate until) {}

  /** A grant that was proposed in place of one that ends. */
  record Renewed(
      String grant,
      String renews,
      LocalDate until,
      String state,
      @JsonProperty("waits_for") List<String> waitsFor,
      long entry) {}

  @Operation(
      summary = "Propose a grant anew before it ends",
      description =
          "The terms and approvers stay as they are. Refused where the policy no longer allows the"
              + " terms, and (409, renewal-waits) while another renewal of the same grant waits.")
  @PostMapping(path = PATH + "/{id}/renew", consumes = JSON, produces = JSON)
  @ResponseStatus(HttpStatus.CREATED)
  Renewed renew(SignedInPerson person, @PathVariable String id, @RequestBody Renewal wanted) {
    InForce now = rules.inForce();
    now.unlessMay(person.actor(), Act.REQUEST);
    LocalDate until = wanted.until();
    if (until == null) {
      throw Halt.with(422, "no-day", "请写明新的最后一天（until）", "say the new last day (until)");
    }
    io.tidemark.authorise.Grant grant =
        now.chain().grants().stream()
            .filter(one -> one.id().text().equals(id))
            .findFirst()
            .orElseThrow(() -> Halt.status(404));
    return new Renewing(now.register(), new Renewals(now.authority(), now.chain()))
        .renew(person.actor(), grant, until, entry -> signed(person, entry))
        .either(
            GrantsApi::renewed,
            refused -> {
              throw Halt.refused(refused.refusal());
            });
  }

  /** A system has no key. */
  private static Entry signed(SignedInPerson person, Entry.Builder entry) {
    return person.actor().isSystem() ? entry.build() : person.key().signed(entry);
  }

  private static Renewed renewed(Recorded.Done<Ruling.Moved<io.tidemark.authorise.Grant>> end) {
    io.tidemark.authorise.Grant after = end.what().after();
    return new Renewed(
        after.id().text(),
        end.what().before().id().text(),
        after.until(),
        after.state().name().toLowerCase(Locale.ROOT),
        after.approvers().stream().sorted().toList(),
        end.receipt().index());
  }
}
