package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.Recorded;
import io.tidemark.disclose.View;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Tongue;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Language;
import io.tidemark.terms.Reveal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Looking one person up. */
@RestController
@Tag(name = "look-ups")
class LookUpsApi {
  private final LookUpDesk desk;

  LookUpsApi(LookUpDesk desk) {
    this.desk = desk;
  }

  /** Who is looked for, and what for. */
  record Sought(
      @Schema(description = "A task of the policy.", example = "renewal") @Nullable String task,
      @Schema(description = "The number of the claim, the call or the like.")
          @Nullable String reference,
      @Schema(description = "保单号, 车牌号, 手机号, 车架号 or 证件号码.", example = "车牌号") @Nullable String kind,
      @Schema(description = "The whole number.", example = "川A12345") @Nullable String value) {
    @Override
    public String toString() {
      return "Sought";
    }
  }

  /** What is shown of one policy, by the Chinese names of the fields. */
  record ShownPolicy(Map<String, String> fields) {
    static ShownPolicy of(View view) {
      Map<String, String> fields = new LinkedHashMap<>();
      view.fields().forEach((field, text) -> fields.put(field.zh(), text.reveal(Reveal.SHOW)));
      return new ShownPolicy(fields);
    }

    @Override
    public String toString() {
      return "ShownPolicy";
    }
  }

  /** The policies of one person. */
  record ShownPerson(
      @Schema(description = "The view, as the ledger calls it.") String disclosure,
      String task,
      @Schema(description = "Whether what is shown may be copied or downloaded.") boolean copy,
      @Schema(description = "The form of each field.") Map<String, String> forms,
      List<ShownPolicy> policies,
      @Schema(description = "Whether the person has more policies than are shown.") boolean more,
      @Schema(description = "The rule that decided.") String rule,
      @Schema(description = "Why, in one sentence.") String why,
      long entry) {
    static ShownPerson of(Recorded.Done<LookUp.Shown> end, String task, Language language) {
      LookUp.Shown shown = end.what();
      Map<String, String> forms = new LinkedHashMap<>();
      for (Map.Entry<FieldClass, Form> form : shown.permit().forms().entrySet()) {
        forms.put(form.getKey().zh(), form.getValue().id());
      }
      return new ShownPerson(
          shown.id().text(),
          task,
          shown.copy(),
          forms,
          shown.policies().stream().map(ShownPolicy::of).toList(),
          shown.more(),
          shown.permit().rule(),
          shown.permit().why().in(language),
          end.receipt().index());
    }

    @Override
    public String toString() {
      return "ShownPerson";
    }
  }

  @Operation(
      summary = "Look one person up by one whole number, for a task of one's duty",
      description =
          "Whoever is shown nobody is told one thing (404, nobody-shown), whatever the reason. The"
              + " answer is kept by nobody: the same Idempotency-Key again is 409,"
              + " answer-not-kept.")
  @PostMapping(path = Paths.LOOK_UPS, consumes = "application/json", produces = "application/json")
  ResponseEntity<ShownPerson> lookUp(
      SignedInPerson person, @RequestBody Sought sought, HttpServletRequest request) {
    LookUp.Ask ask =
        LookUpDesk.ask(
            sought.task(),
            sought.reference(),
            sought.kind(),
            sought.value(),
            Channel.API,
            request.getHeader("Idempotency-Key"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(ShownPerson.of(desk.lookUp(person, ask), ask.task(), Tongue.of(request)));
  }
}
