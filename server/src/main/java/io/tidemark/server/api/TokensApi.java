package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.TurningBack;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Party;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tokens of a party, turned back into the numbers that they stand for. */
@RestController
@Tag(name = "tokens")
class TokensApi {
  private static final int LONGEST = 64;

  private final Rules rules;

  TokensApi(Rules rules) {
    this.rules = rules;
  }

  /** Tokens of one party. */
  record Tokens(
      @Schema(description = "The party in whose list they stand.", example = "pf-01")
          @Nullable String party,
      @Schema(description = "The Chinese name of their column.", example = "保单号")
          @Nullable String column,
      @Schema(description = "1 to 1,000 tokens.") @Nullable List<String> tokens,
      @Schema(description = "Why.", maxLength = 500) @Nullable String why) {
    @Override
    public String toString() {
      return "Tokens";
    }
  }

  /** What one stands for; null where it can be no token of that party. */
  record Turned(String token, @Nullable String value) {
    @Override
    public String toString() {
      return "Turned";
    }
  }

  /** What they stand for, in their order. */
  @Schema(name = "TokensAnswer")
  record Answer(List<Turned> tokens, long entry) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  @Operation(
      summary = "Turn the tokens of one party back into numbers",
      description =
          "The entry comes first, whatever comes of it. The answer is kept by nobody: the same"
              + " Idempotency-Key again is 409, answer-not-kept.")
  @PostMapping(
      path = Paths.TURNED_BACK,
      consumes = "application/json",
      produces = "application/json")
  ResponseEntity<Answer> turnBack(SignedInPerson person, @RequestBody Tokens asked) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.TURN_BACK);
    Party party =
        now.chain()
            .party(String.valueOf(asked.party()))
            .orElseThrow(() -> Halt.with(422, "unknown-party", "没有登记的当事方", "unknown party"));
    FieldClass column =
        FieldClass.named(String.valueOf(asked.column()))
            .orElseThrow(() -> Halt.with(422, "bad-field", "没有这样的字段", "there is no such field"));
    List<PersonalText> tokens = tokens(asked.tokens());
    Recorded.Done<List<Optional<PersonalText>>> done =
        OneNumber.done(
            now.rights()
                .turningBack()
                .turnBack(person.actor(), party, column, tokens, OwnersApi.why(asked.why())),
            now);
    List<Turned> turned = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      turned.add(
          new Turned(
              tokens.get(i).reveal(Reveal.SHOW),
              done.what().get(i).map(value -> value.reveal(Reveal.SHOW)).orElse(null)));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Answer(turned, done.receipt().index()));
  }

  private static List<PersonalText> tokens(@Nullable List<String> typed) {
    if (typed == null
        || typed.isEmpty()
        || typed.size() > TurningBack.MOST
        || typed.stream().anyMatch(one -> one == null || one.length() > LONGEST)) {
      throw Halt.with(
          422,
          "bad-tokens",
          "请给出 1 至 " + TurningBack.MOST + " 个令牌，每个至多 " + LONGEST + " 个字符",
          "give 1 to " + TurningBack.MOST + " tokens of at most " + LONGEST + " characters each");
    }
    return typed.stream().map(PersonalText::of).toList();
  }
}
