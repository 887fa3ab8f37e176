package io.tidemark.server.api;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.LookUps;
import io.tidemark.authorise.Looking;
import io.tidemark.custody.AliasNumbers;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.LookedUp;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.ViewerSpellings;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.store.register.BookTables;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looking one person up: the same by the API and by a page. Thread-safe. */
@Component
public class LookUpDesk {
  private static final int LONGEST = 64;

  private final Rules rules;
  private final Home home;
  private final Vault vault;
  private final AliasNumbers aliases;
  private final BookTables books;
  private final Pacing pacing;

  LookUpDesk(Home home, Rules rules) {
    this.rules = rules;
    this.home = home;
    this.vault = home.vault();
    this.aliases = Workshops.aliases(home, vault);
    this.books = home.books();
    this.pacing = home.paces();
  }

  /** The tasks for which this person's duties look anybody up, in the policy's order. */
  public List<LookUps.Task> tasks(Actor actor) {
    InForce now = rules.inForce();
    Looking looking = new Looking(now.policy().lookUps(), now.chain());
    return now.policy().lookUps().tasks().values().stream()
        .filter(task -> looking.rule(actor, task.id()).isPresent())
        .toList();
  }

  /** By which numbers somebody is looked up; never by a name. */
  public static List<FieldClass> kinds() {
    return Locator.all().stream()
        .filter(locator -> locator != Locator.NAME)
        .map(Locator::field)
        .toList();
  }

  /** Looks somebody up; ends the request when nobody is shown. */
  public Recorded.Done<LookUp.Shown> lookUp(SignedInPerson person, LookUp.Ask ask) {
    InForce now = rules.inForce(person.rules());
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
              done -> done,
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

  /** What somebody asks, as it was typed; ends the request where it cannot be asked. */
  public static LookUp.Ask ask(
      @Nullable String task,
      @Nullable String reference,
      @Nullable String kind,
      @Nullable String value,
      Channel channel,
      String key) {
    return new LookUp.Ask(
        task == null ? "" : task, text(reference), kind(kind), number(value), channel, key);
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
