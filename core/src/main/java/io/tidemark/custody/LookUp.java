package io.tidemark.custody;

import static io.tidemark.custody.Pacing.What.LOOK_UPS;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.LookUps;
import io.tidemark.authorise.Looking;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Whose;
import io.tidemark.classify.Labels;
import io.tidemark.disclose.View;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.disclose.alias.AliasesShort;
import io.tidemark.disclose.mask.Masks;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.rights.Footing;
import io.tidemark.rights.WillChanged;
import io.tidemark.terms.Channel;
import io.tidemark.terms.China;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.SealedList;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Looking one person up: {@code Ask -> Decision -> Receipt -> Opened -> Shown}. Exact search by one
 * number; each look-up is counted, decided and recorded before anything is opened. Whoever is shown
 * nobody is told one thing, whatever the reason, after the same steps. Thread-safe.
 */
public final class LookUp {
  /** What everybody is told who is shown nobody. */
  public static final Refusal NOBODY =
      Refusal.of(
          "nobody-shown",
          "没有可以显示的人：无此人、不在您的职责范围内，或号码属于不止一人（可改用保单号或车架号）",
          "nobody can be shown: nobody has the number, or it lies outside your duty, or more than"
              + " one person has it (try the policy number or the VIN)");

  private final Vault vault;
  private final Shelf shelf;
  private final Books books;
  private final Consents consents;
  private final Pacing pacing;
  private final Register register;
  private final Looking looking;
  private final LookUpEntries entries;
  private final AliasNumbers aliases;
  private final ViewerSpellings spellings;

  /** Looks through this vault, decided by these rules, recorded in this register. */
  public LookUp(
      Vault vault,
      Shelf shelf,
      Books books,
      Consents consents,
      Pacing pacing,
      Register register,
      Looking looking,
      AliasNumbers aliases,
      ViewerSpellings spellings) {
    this.spellings = spellings;
    this.aliases = aliases;
    this.vault = vault;
    this.shelf = shelf;
    this.books = books;
    this.consents = consents;
    this.pacing = pacing;
    this.register = register;
    this.looking = looking;
    this.entries = new LookUpEntries(register, vault);
  }

  /**
   * What somebody asks.
   *
   * @param task what for, as the policy names it
   * @param reference the claim, the call or the like
   * @param kind which number it is; never a name
   * @param number the number as it was typed
   * @param channel how the person sees the answer
   * @param key names this look-up among the person's own: the same is done once
   */
  public record Ask(
      String task,
      Optional<PersonalText> reference,
      Locator kind,
      PersonalText number,
      Channel channel,
      String key) {
    /** Refuses to search for a name. */
    public Ask {
      if (kind == Locator.NAME) {
        throw new IllegalArgumentException("a look-up is by a number");
      }
    }
  }

  /**
   * What is shown: the policies of one person.
   *
   * @param id the view, as the ledger calls it
   * @param permit what it rests on, with its sentence and the form of each field
   * @param copy whether it may be copied or downloaded
   * @param more whether the person has more policies than are shown
   */
  public record Shown(
      DisclosureId id, Permit permit, boolean copy, boolean more, List<View> policies) {}

  /** One look-up, as its steps see it. */
  record Look(
      Actor actor,
      Ask ask,
      LookUps.Rule rule,
      DisclosureId id,
      Instant now,
      Instant lockedIfNobody,
      Footing footing,
      PersonalText canonical,
      Optional<UUID> reference) {}

  /**
   * Looks somebody up. Refused are whoever may not (403 in HTTP's words), whoever has to wait (the
   * receipt's entry says {@code until}), and by {@link #NOBODY} whoever is shown nobody.
   *
   * @throws LookedUp.Repeated when the key was used before
   */
  public Recorded<Shown> lookUp(Actor actor, Ask ask) {
    Optional<Refusal> refusal = looking.refusal(actor, ask.task(), ask.reference().isPresent());
    if (refusal.isPresent()) {
      return register.refused(actor, Act.LOOK_UP, refusal.get());
    }
    LookUps.Rule rule = looking.rule(actor, ask.task()).orElseThrow();
    Instant now = register.now();
    Pacing.Turn turn = pacing.begin(LOOK_UPS, actor.id(), rule.pace(), 1, now);
    if (turn.limit().isPresent()) {
      Refusal tooSoon = turn.limit().get().refusal(LOOK_UPS);
      return register.refusedUntil(actor, Act.LOOK_UP, tooSoon, turn.until());
    }
    Look look = look(actor, ask, rule, now, turn.until());
    List<Whose> found = books.find(token(look), look.reference(), actor.id());
    List<Whose> seen = looking.within(actor, rule, found);
    Consents.LeftOut leftOut = leftOut(look, seen);
    if (!leftOut.records().isEmpty()) {
      return unwilling(look);
    }
    return looking
        .decide(actor, rule, ask.channel(), found, seen)
        .either(
            permit -> open(look, permit, seen, leftOut.asOf()),
            needed -> {
              throw new IllegalStateException("nobody approves a look-up");
            },
            reason -> nobody(look, new Decision.Refused(reason)));
  }

  /** The party in whose hands the view is: that of whoever looks. */
  private Footing footing(Actor actor, LookUps.Rule rule) {
    return register
        .policy()
        .footing(
            rule.task().purpose(),
            looking.chain().person(actor.id()).flatMap(one -> looking.chain().party(one.party())));
  }

  /** One person with several policies has one will. */
  private Consents.LeftOut leftOut(Look look, List<Whose> seen) {
    RoaringBitmap records = new RoaringBitmap();
    seen.forEach(whose -> records.add(whose.record()));
    return consents.leftOut(look.footing(), records);
  }

  private Recorded<Shown> unwilling(Look look) {
    return nobody(look, new Decision.Refused(Disclosure.NOBODY_WILLING));
  }

  private Look look(Actor actor, Ask ask, LookUps.Rule rule, Instant now, Instant locked) {
    Labels labels = Labels.asOf(China.day(now));
    return new Look(
        actor,
        ask,
        rule,
        DisclosureId.random(),
        now,
        locked,
        footing(actor, rule),
        canonical(labels, ask.kind().field(), ask.number()),
        ask.reference()
            .map(text -> canonical(labels, FieldClass.POLICY_NUMBER, text))
            .map(vault.tokens()::reference));
  }

  private static PersonalText canonical(Labels labels, FieldClass field, PersonalText typed) {
    return labels.label(field, typed.reveal(Reveal.CLASSIFY)).canonical();
  }

  private long token(Look look) {
    return vault.tokens().locator(look.ask().kind(), look.canonical());
  }

  private Recorded<Shown> nobody(Look look, Decision.Refused reason) {
    Entry entry = entries.nobody(look, reason);
    return new Recorded.Refused<>(
        NOBODY, record(look, entry, List.of(), Consents.LeftOut.ANY, Optional.empty()));
  }

  /** A number of before, or a token that two numbers share: what was opened is not shown. */
  private Recorded<Shown> notShown(Look look) {
    NotShown miss = new NotShown(look.id(), look.actor().id(), look.rule().pace(), look.now());
    return new Recorded.Refused<>(NOBODY, register.journal().record(entries.notShown(look), miss));
  }

  private Recorded<Shown> open(Look look, Permit permit, List<Whose> seen, long willAsOf) {
    RoaringBitmap records = new RoaringBitmap();
    seen.stream().limit(permit.people()).forEach(whose -> records.add(whose.record()));
    SealedList sealed = new SealedList(shelf, records, Shelf.LATEST);
    List<StoredRecord> seenNow = sealed.records().toList();
    Optional<AliasBook.Wanted> wanted = aliases(look, permit);
    Receipt receipt;
    try {
      receipt =
          record(look, entries.shown(look, permit, seenNow), numbers(seenNow), willAsOf, wanted);
    } catch (WillChanged e) {
      return unwilling(look);
    } catch (AliasesShort e) {
      return register.refused(look.actor(), Act.LOOK_UP, e.refusal());
    }
    Map<Integer, PersonalText> stands =
        wanted
            .map(some -> aliases.inView(some.holder(), numbers(seenNow), receipt.index()))
            .orElse(Map.of());
    List<View> policies;
    try (Opened opened = vault.open(permit, receipt, sealed)) {
      policies =
          opened
              .records()
              .filter(one -> one.content().canonical(field(look)).equals(look.canonical()))
              .map(one -> view(look, permit, one, stands))
              .filter(view -> !view.fields().isEmpty())
              .toList();
    }
    if (policies.isEmpty()) {
      return notShown(look);
    }
    boolean more = seen.size() > records.getCardinality();
    return new Recorded.Done<>(
        new Shown(look.id(), permit, look.rule().copy(), more, policies), receipt);
  }

  /** In the viewer's own spellings: what is copied from a screen says whose screen it was. */
  private View view(
      Look look, Permit permit, OpenedRecord record, Map<Integer, PersonalText> stands) {
    return View.of(
        permit.forms(),
        record.content(),
        spellings.of(look.actor().id(), record),
        () -> stands.getOrDefault(record.id().number(), Masks.HIDDEN));
  }

  /** The numbers of the party of whoever looks, for the task's purpose. */
  private Optional<AliasBook.Wanted> aliases(Look look, Permit permit) {
    return AliasNumbers.until(register.policy(), permit, look.now())
        .map(
            until ->
                new AliasBook.Wanted(
                    new AliasBook.Holder(
                        look.footing().recipient().orElseThrow(), permit.purpose()),
                    until));
  }

  private static FieldClass field(Look look) {
    return look.ask().kind().field();
  }

  private static List<Integer> numbers(List<StoredRecord> sealed) {
    return sealed.stream().map(record -> record.id().number()).toList();
  }

  /** What finds somebody, and what was recorded before, is no miss. */
  private Receipt record(
      Look look,
      Entry entry,
      List<Integer> records,
      long willAsOf,
      Optional<AliasBook.Wanted> wanted) {
    String person = look.actor().id();
    try {
      return register
          .journal()
          .record(
              entry,
              new LookedUp(
                  look.id(),
                  person,
                  look.ask().key(),
                  look.ask().task(),
                  look.now(),
                  records,
                  Optional.of(look.rule().pace()).filter(pace -> !records.isEmpty()),
                  look.footing(),
                  willAsOf,
                  wanted));
    } catch (LookedUp.Repeated e) {
      pacing.forgive(LOOK_UPS, person, look.rule().pace());
      throw e;
    }
  }
}
