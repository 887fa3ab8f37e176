package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.RequestMade;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/**
 * Asking for a release: {@code Ask -> Decision -> Foreseen -> Receipt}. Nothing is opened.
 * Thread-safe.
 */
public final class Asking {
  private static final Duration DECIDE_WITHIN = Duration.ofDays(14);
  private static final Duration USE_WITHIN = Duration.ofDays(30);

  private final Register register;
  private final Authority authority;
  private final Workshop workshop;
  private final Twins.Finder twins;
  private final Consents consents;

  /** Asks this authority, recorded in this register. */
  public Asking(
      Register register,
      Authority authority,
      Workshop workshop,
      Twins.Finder twins,
      Consents consents) {
    this.consents = consents;
    this.register = register;
    this.authority = authority;
    this.workshop = workshop;
    this.twins = twins;
  }

  /**
   * A request that waits for its approvers.
   *
   * @param needed the approvals that it needs, and why
   * @param forecast what it would expose, as the entry says it
   * @param leftOut how many of the people would be left out now because they do not want it; 0 also
   *     where they are fewer than the policy's {@code fewest}, for a small number would tell who
   * @param unmet why it would be refused as it stands; nothing when it would not
   */
  public record Asked(
      Request request,
      Decision.NeedsApproval needed,
      Forecast forecast,
      int leftOut,
      Optional<Refusal> unmet) {}

  /**
   * Why nobody needs to be looked for: the recorded refusal of a request that could not be made for
   * even one person; nothing when it could.
   */
  public Optional<Refusal> refusal(
      Actor actor, String to, String purpose, List<FieldClass> columns) {
    Ask one = new Ask(actor.id(), to, purpose, columns, 1);
    Optional<Refusal> refusal =
        authority
            .request(actor, one, register.now())
            .either(permit -> Optional.empty(), needed -> Optional.empty(), Optional::of);
    refusal.ifPresent(reason -> register.refusal(actor, Act.REQUEST, reason));
    return refusal;
  }

  /** Makes the request about these records. */
  public Recorded<Asked> ask(
      Actor actor, String to, String purpose, List<FieldClass> columns, RoaringBitmap records) {
    Ask ask = new Ask(actor.id(), to, purpose, columns, records.getCardinality());
    return authority
        .request(actor, ask, register.now())
        .either(
            permit -> {
              throw new IllegalStateException("a request is never its own permit");
            },
            needed -> made(actor, ask, records, needed),
            refusal -> register.refused(actor, Act.REQUEST, refusal));
  }

  private Recorded<Asked> made(
      Actor actor, Ask ask, RoaringBitmap records, Decision.NeedsApproval needed) {
    Instant made = register.now().truncatedTo(ChronoUnit.MILLIS);
    Instant decideBy = made.plus(DECIDE_WITHIN);
    Request request =
        new Request(
            RequestId.random(),
            ask,
            register.policy().digest(),
            needed.approvals(),
            Set.of(),
            Request.State.WAITING,
            made,
            decideBy,
            decideBy.plus(USE_WITHIN),
            Optional.empty());
    Request approved = request.after(Request.Step.APPROVE, Request.State.APPROVED);
    Decision use = authority.use(actor, approved, register.policy(), made);
    if (!(use instanceof Permit permit)) {
      return register.refused(actor, Act.REQUEST, ((Decision.Refused) use).refusal());
    }
    long asOf = register.journal().size();
    RoaringBitmap leftOut = told(permit, records);
    boolean nobody = leftOut.getCardinality() == records.getCardinality();
    RoaringBitmap left = nobody ? records : RoaringBitmap.andNot(records, leftOut);
    Foreseen foreseen = workshop.foresee(permit, left, asOf);
    Entry.Builder lines = entry(actor, request, needed);
    if (!leftOut.isEmpty()) {
      lines.line("left-out", leftOut.getCardinality());
    }
    Entry entry =
        ForecastLines.foreseen(lines, permit, foreseen, twins.of(records, ask.to()), asOf).build();
    Receipt receipt = register.journal().record(entry, new RequestMade(request, records));
    return new Recorded.Done<>(
        new Asked(
            request,
            needed,
            Forecast.in(entry).orElseThrow(),
            leftOut.getCardinality(),
            nobody ? Optional.of(Disclosure.NOBODY_WILLING) : foreseen.refusal()),
        receipt);
  }

  /** Whom the release would leave out now, where they are enough to be told of. */
  private RoaringBitmap told(Permit permit, RoaringBitmap records) {
    RoaringBitmap leftOut =
        consents
            .leftOut(register.policy().footing(permit.purpose(), permit.to()), records)
            .records();
    return leftOut.getCardinality() < register.policy().naming().fewest()
        ? new RoaringBitmap()
        : leftOut;
  }

  private Entry.Builder entry(Actor actor, Request request, Decision.NeedsApproval needed) {
    Ask ask = request.ask();
    return register
        .begin("request", actor)
        .line("request", request.id())
        .line("to", ask.to())
        .line("purpose", ask.purpose())
        .line("columns", ask.columns().stream().map(Enum::name).collect(Collectors.joining(" ")))
        .line("people", ask.people())
        .line("quorum", request.rule().quorum())
        .line("rule", needed.rule())
        .line("why", needed.why().en())
        .line("channel", ask.channel().id())
        .line("decide-by", request.decideBy())
        .line("use-by", request.useBy());
  }
}
