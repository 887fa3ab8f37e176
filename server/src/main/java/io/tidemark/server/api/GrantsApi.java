package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Voice;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.FieldClass;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The standing grants. */
@RestController
@Tag(name = "grants")
class GrantsApi {
  private static final String PATH = Paths.API + "/grants";

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
          String state) {
    static Grant of(io.tidemark.authorise.Grant grant) {
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
          grant.state().name().toLowerCase(Locale.ROOT));
    }
  }

  @Operation(summary = "The standing grants, in the order in which they were proposed")
  @GetMapping(PATH)
  Page<Grant> grants(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    InForce now = rules.inForce();
    Actor actor = person.actor();
    if (!actor.may(Act.APPROVE) && !actor.may(Act.REQUEST)) {
      now.unlessMay(actor, Act.AUDIT);
    }
    List<Grant> all = now.chain().grants().stream().map(Grant::of).toList();
    return Page.within(PATH, limit, after, all, Grant::grant);
  }
}
