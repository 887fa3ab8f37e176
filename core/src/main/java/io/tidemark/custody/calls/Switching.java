package io.tidemark.custody.calls;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.CallTerms;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Permit;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.Heard;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.NationalNumber;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.calls.line.TurnedAway;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.rights.WillChanged;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Calls to alias numbers: {@code Number -> Binding -> Verdict -> Receipt -> Opened -> on its way}.
 * Whoever the number was given to is put through within its hours and its tries; the person who
 * calls back reaches whoever called last; anybody else makes a sighting of the party that was given
 * the number last, or is background where nobody was. Kept before it is answered, once for each
 * call, over all nodes. Thread-safe.
 */
public final class Switching implements Switchboard {
  private static final int ATTEMPTS = 8;

  private final Actor actor = Actor.operator();
  private final Vault vault;
  private final CallBook book;
  private final PartyNumbers numbers;
  private final Register register;
  private final Authority authority;
  private final CallRule rule;
  private final CallNaming naming;

  /** Answers calls to the numbers of this book, recorded in this register under its policy. */
  public Switching(
      Vault vault,
      Consents consents,
      CallBook book,
      PartyNumbers numbers,
      Register register,
      Authority authority,
      Chain chain) {
    this.vault = vault;
    this.book = book;
    this.numbers = numbers;
    this.register = register;
    this.authority = authority;
    this.rule = new CallRule(register.policy(), chain, consents);
    this.naming = new CallNaming(book, register);
  }

  /** A call that rings, with its numbers as the book knows them. */
  private record Ringing(
      IncomingCall call,
      UUID name,
      PersonalText dialled,
      long number,
      Optional<PersonalText> caller,
      OptionalLong token) {}

  @Override
  public CallAnswer answer(IncomingCall call) {
    Optional<PersonalText> dialled = NationalNumber.of(call.called());
    if (dialled.isEmpty()) {
      return new CallAnswer.Unknown();
    }
    Ringing ringing = ringing(call, dialled.get());
    for (int attempt = 1; ; attempt++) {
      try {
        return answer(ringing);
      } catch (Overtaken | WillChanged e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Ringing ringing(IncomingCall call, PersonalText dialled) {
    Optional<PersonalText> caller = call.caller().flatMap(NationalNumber::of);
    OptionalLong token =
        caller.map(one -> OptionalLong.of(numbers.token(one))).orElse(OptionalLong.empty());
    return new Ringing(
        call, numbers.callName(call.id()), dialled, numbers.token(dialled), caller, token);
  }

  private CallAnswer answer(Ringing ringing) {
    Optional<CallBook.Called> found =
        book.called(
            ringing.number(), ringing.token(), ringing.name(), China.day(ringing.call().at()));
    if (found.isEmpty()) {
      return new CallAnswer.Unknown();
    }
    CallBook.Called called = found.get();
    if (called.before().isPresent()) {
      return again(ringing, called, called.before().get());
    }
    CallVerdict verdict = rule.of(called, ringing.call().at(), ringing.token());
    if (verdict.heard() == Heard.BACKGROUND) {
      book.background(kept(ringing, called, Optional.empty(), verdict));
      return verdict.turnedAway();
    }
    CallBook.Bound bound = rule.charged(called).orElseThrow();
    CallBook.Call call = kept(ringing, called, Optional.of(bound), verdict);
    Optional<Permit> permit = permit(bound, verdict);
    Entry entry = CallEntries.entry(register, actor, call, ringing.number(), permit);
    Receipt receipt =
        register
            .journal()
            .record(
                entry,
                new CallBook.Answered(
                    call, verdict.isTry() ? Optional.of(rule.footing(bound)) : Optional.empty()));
    if (verdict.heard() == Heard.OTHER && ringing.token().isPresent()) {
      naming.after(ringing.token().getAsLong(), bound.holder().party());
    }
    return answered(ringing, called, bound, verdict, permit, receipt);
  }

  private CallBook.Call kept(
      Ringing ringing,
      CallBook.Called called,
      Optional<CallBook.Bound> bound,
      CallVerdict verdict) {
    CallTerms terms = register.policy().aliases().calls();
    Optional<CallBook.Tries> tries =
        bound
            .filter(one -> verdict.isTry())
            .map(one -> terms.rule(one.holder().purpose()))
            .map(most -> new CallBook.Tries(most.perDay(), most.inAll(), most.oneNumber()));
    return new CallBook.Call(
        ringing.name(),
        ringing.call().at(),
        China.day(ringing.call().at()),
        called,
        bound,
        ringing.caller().map(numbers::sealed),
        verdict.heard(),
        verdict.did(),
        verdict.why(),
        CallEntries.nonce(),
        tries,
        terms.keepDays());
  }

  /** To open the person's number; who calls back is put through to the party, which is nobody. */
  private Optional<Permit> permit(CallBook.Bound bound, CallVerdict verdict) {
    if (!verdict.forwards() || verdict.heard() == Heard.PERSON) {
      return Optional.empty();
    }
    Decision decision =
        authority.connect(
            actor,
            bound.holder().party(),
            bound.holder().purpose(),
            bound.records().getCardinality());
    if (!(decision instanceof Permit permit)) {
      throw new IllegalStateException("putting calls through is among the operator's duties");
    }
    return Optional.of(permit);
  }

  private CallAnswer answered(
      Ringing ringing,
      CallBook.Called called,
      CallBook.Bound bound,
      CallVerdict verdict,
      Optional<Permit> permit,
      Receipt receipt) {
    if (!verdict.forwards()) {
      return verdict.turnedAway();
    }
    Optional<PersonalText> to =
        permit.isPresent()
            ? personal(permit.get(), receipt, bound.records())
            : book.callersOf(bound.holder().party(), called.number()).stream()
                .findFirst()
                .map(numbers::open);
    return to.<CallAnswer>map(
            number -> new CallAnswer.Forward(number, called.line(), ringing.dialled()))
        .orElseGet(() -> new CallAnswer.Announce(TurnedAway.NOBODY_ANSWERS.refusal()));
  }

  /** The number that the person's newest policy names. */
  private Optional<PersonalText> personal(Permit permit, Receipt receipt, RoaringBitmap records) {
    try (Opened opened = vault.open(permit, receipt, records, Shelf.LATEST)) {
      return opened
          .records()
          .sorted(Comparator.comparingLong(OpenedRecord::since).reversed())
          .map(record -> record.content().canonical(FieldClass.MOBILE))
          .filter(number -> !number.isEmpty())
          .findFirst();
    }
  }

  /**
   * The same call again: it is answered alike and counts nothing. Where a number is opened once
   * more, an entry of its own says so.
   */
  private CallAnswer again(Ringing ringing, CallBook.Called called, CallBook.Before before) {
    CallVerdict verdict = new CallVerdict(before.heard(), before.did(), before.why());
    if (!verdict.forwards()) {
      return verdict.turnedAway();
    }
    Optional<CallBook.Bound> same =
        called.bound().filter(bound -> bound.begun() == before.begun() && bound.live());
    if (same.isEmpty()) {
      return new CallAnswer.Announce(TurnedAway.NOBODY_ANSWERS.refusal());
    }
    CallBook.Bound bound = same.get();
    CallBook.Call call = kept(ringing, called, same, verdict);
    Optional<Permit> permit = permit(bound, verdict);
    Receipt receipt =
        register
            .journal()
            .record(CallEntries.again(register, actor, call, ringing.number(), permit));
    return answered(ringing, called, bound, verdict, permit, receipt);
  }
}
