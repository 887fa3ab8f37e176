package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Looking;
import io.tidemark.custody.AliasNumbers;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.LookedUp;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.ViewerSpellings;
import io.tidemark.disclose.View;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Problem;
import io.tidemark.server.http.Tongue;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.store.register.BookTables;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int LONGEST = 64;

  private final Rules rules;
  private final Home home;
  private final Vault vault;
  private final AliasNumbers aliases;
  private final BookTables books;
  private final Pacing pacing;

  LookUpsApi(Home home, Rules rules) {
    this.rules = rules;
    this.home = home;
    this.vault = home.vault();
    this.aliases = Workshops.aliases(home, vault);
    this.books = home.books();
    this.pacing = home.paces();
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
    InForce now = rules.inForce(person.rules());
    LookUp.Ask ask = ask(sought, request.getHeader("Idempotency-Key"));
    LookUp lookUp =
        new LookUp(
            vault,
            home.shelf(),
            books,
            home.consents(),
            pacing,
            now.register(),
            new Looking(now.policy().lookUps(), now.chain()),
            aliases,
            new ViewerSpellings(home.keys()));
    try {
      return lookUp
          .lookUp(person.actor(), ask)
          .either(
              done ->
                  ResponseEntity.ok()
                      .cacheControl(CacheControl.noStore())
                      .body(ShownPerson.of(done, ask.task(), Tongue.of(request))),
              refused -> {
                throw refused(refused, now.register().now());
              });
    } catch (LookedUp.Repeated e) {
      throw Halt.with(
          409,
          "answer-not-kept",
          "此查询已做过，回答不予保存：请换一个 Idempotency-Key 再查（会另记一条）",
          "this look-up was done, and its answer is kept by nobody: look again under a new"
              + " Idempotency-Key (another entry)");
    }
  }

  private static Halt refused(Recorded.Refused<?> refused, Instant now) {
    if (refused.refusal().equals(LookUp.NOBODY)) {
      return Halt.problem(new Problem(404, LookUp.NOBODY.rule(), LookUp.NOBODY.reason()));
    }
    return Waiting.halt(refused, now);
  }

  private static LookUp.Ask ask(Sought sought, String key) {
    return new LookUp.Ask(
        sought.task() == null ? "" : sought.task(),
        text(sought.reference()),
        kind(sought.kind()),
        number(sought.value()),
        Channel.API,
        key);
  }

  /** Which number a caller means; never a name. */
  static Locator kind(@Nullable String named) {
    FieldClass field = FieldClass.named(String.valueOf(named)).orElse(FieldClass.NAME);
    return Locator.all().stream()
        .filter(locator -> locator != Locator.NAME && locator.field() == field)
        .findFirst()
        .orElseThrow(
            () ->
                Halt.with(
                    422,
                    "bad-kind",
                    "kind 应为保单号、车架号、车牌号、手机号或证件号码",
                    "kind is one of 保单号, 车架号, 车牌号, 手机号, 证件号码"));
  }

  /** A whole number as it was typed. */
  static PersonalText number(@Nullable String typed) {
    return text(typed)
        .orElseThrow(() -> Halt.with(422, "no-number", "请给出一个完整的号码", "give one whole number"));
  }

  private static Optional<PersonalText> text(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    if (typed.length() > LONGEST) {
      throw Halt.with(
          422,
          "too-long",
          "号码至多 " + LONGEST + " 个字符",
          "a number has at most " + LONGEST + " characters");
    }
    return Optional.of(PersonalText.of(typed));
  }
}
