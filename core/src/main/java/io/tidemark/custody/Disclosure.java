package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Basis;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.NoLongerAllowed;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.disclose.Copies;
import io.tidemark.disclose.CopyRecorded;
import io.tidemark.disclose.DisclosureOpened;
import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.disclose.NotDelivered;
import io.tidemark.disclose.Preparation;
import io.tidemark.disclose.Prepared;
import io.tidemark.disclose.RowsRoot;
import io.tidemark.disclose.alias.AliasesShort;
import io.tidemark.disclose.honey.HoneyCustomer;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.disclose.honey.Unused;
import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.disclose.plan.Traceability;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.rights.Footing;
import io.tidemark.rights.WillChanged;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Names;
import io.tidemark.terms.Party;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Vault;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/**
 * The disclosure: {@code Request -> Decision -> Receipt -> Opened -> Prepared -> Released}. No
 * value leaves before the ledger holds the entry that commits to its mark; a crash leaves a
 * recorded non-delivery, never an unrecorded copy. Thread-safe.
 */
public final class Disclosure {
  /** Each attempt loses to another release, and the journal takes one at a time. */
  private static final int ATTEMPTS = 100;

  /** Refusals before or because the recipient was not found in the chain. */
  private static final Set<String> UNLOOKED = Set.of("not-your-duty", "unknown-party");

  /** Of a list on which nobody is left. */
  static final Refusal NOBODY_WILLING =
      Refusal.of(
          "no-consent",
          "名单上没有人可以提供：都已拒绝、已撤回同意，或制度要求的同意没有登记",
          "nobody on the list can be given: all have refused or withdrawn, or the consent that the"
              + " policy demands is not recorded");

  private final Vault vault;
  private final Journal journal;
  private final Workshop workshop;
  private final Consents consents;
  private final Copies copies;
  private final Policy policy;
  private final Clock clock;

  /**
   * Discloses from this vault, recorded in this journal, written as these copies, without whoever
   * does not want it by these consents.
   */
  public Disclosure(
      Vault vault,
      Journal journal,
      Workshop workshop,
      Consents consents,
      Copies copies,
      Policy policy,
      Clock clock) {
    this.vault = vault;
    this.journal = journal;
    this.workshop = workshop;
    this.consents = consents;
    this.copies = copies;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * One order for a copy.
   *
   * @param actor who acts
   * @param ask what is asked for
   * @param decision the authority's answer to it
   * @param records whom it is about
   * @param honey how many honey customers are wanted at least
   * @param target where the copy will be
   * @param key the actor's own key: whoever releases in an emergency signs for it; asked for only
   *     then
   */
  public record Order(
      Actor actor,
      Ask ask,
      Decision decision,
      RoaringBitmap records,
      int honey,
      String target,
      Supplier<EntrySigner> key) {
    /** An order that is no emergency, which nobody signs. */
    public Order(
        Actor actor, Ask ask, Decision decision, RoaringBitmap records, int honey, String target) {
      this(actor, ask, decision, records, honey, target, Order::unsigned);
    }

    private static EntrySigner unsigned() {
      throw new IllegalStateException("an emergency is signed by whoever releases in it");
    }

    /** The same about fewer people. */
    private Order without(RoaringBitmap leftOut) {
      return leftOut.isEmpty()
          ? this
          : new Order(
              actor, ask, decision, RoaringBitmap.andNot(records, leftOut), honey, target, key);
    }

    /** Who signs the disclosure's entry. */
    private Optional<EntrySigner> signer(Permit permit) {
      return permit.basis() instanceof Basis.BrokenGlass
          ? Optional.of(key.get())
          : Optional.empty();
    }
  }

  /** The end of an order: a copy or a refusal. */
  public sealed interface Outcome permits Released, Refused {
    /** Handles both ends. */
    default <T> T either(
        Function<? super Released, ? extends T> released,
        Function<? super Refused, ? extends T> refused) {
      return this instanceof Released copy ? released.apply(copy) : refused.apply((Refused) this);
    }
  }

  /**
   * A copy that has left, with the receipt of the entry that recorded it. Only this flow makes one.
   */
  public static final class Released implements Outcome {
    private final DisclosureId disclosure;
    private final Party party;
    private final long rows;
    private final Digest file;
    private final Receipt receipt;
    private final int ringing;
    private final int leftOut;
    private final boolean poolShort;
    private final Traceability traceability;

    private Released(
        DisclosureId disclosure,
        Party party,
        long rows,
        Digest file,
        Opening opening,
        int ringing,
        Traceability traceability) {
      this.leftOut = opening.leftOut();
      this.disclosure = disclosure;
      this.party = party;
      this.rows = rows;
      this.file = file;
      this.receipt = opening.receipt();
      this.ringing = ringing;
      this.poolShort = opening.poolShort();
      this.traceability = traceability;
    }

    /** The disclosure. */
    public DisclosureId disclosure() {
      return disclosure;
    }

    /** The recipient. */
    public Party party() {
      return party;
    }

    /** Real people's rows; honey customers are never counted. */
    public long rows() {
      return rows;
    }

    /** SHA-256 of the file. */
    public Digest file() {
      return file;
    }

    /** The receipt of the entry that was durable before anything was opened. */
    public Receipt receipt() {
      return receipt;
    }

    /** How many people were left out because they do not want it, or did not consent. */
    public int leftOut() {
      return leftOut;
    }

    /** How many of its honey customers have a number of the pool. */
    public int ringing() {
      return ringing;
    }

    /** Whether the pool had too few numbers, so that the others have one that cannot ring. */
    public boolean poolShort() {
      return poolShort;
    }

    /** How many leaked rows would name the recipient. */
    public RowsToName rowsToName() {
      return traceability.rowsToName();
    }

    /** What was known of the copy before anything was opened. */
    public Traceability traceability() {
      return traceability;
    }
  }

  /** A refused order, with the receipt of the entry that recorded the refusal. */
  public record Refused(Refusal refusal, Receipt receipt) implements Outcome {}

  /**
   * Carries out an order, without the people who do not want it. An {@link IOException} says that
   * the copy could not be written; that too is recorded.
   */
  public Outcome disclose(Order order) throws IOException {
    if (!(order.decision() instanceof Permit permit)) {
      return refuse(
          order, order.decision().either(p -> null, needed -> needsApproval(), refusal -> refusal));
    }
    Footing footing = policy.footing(permit.purpose(), permit.to());
    for (int attempt = 1; ; attempt++) {
      RoaringBitmap leftOut = consents.leftOut(footing, order.records()).records();
      Order wanted = order.without(leftOut);
      if (wanted.records().isEmpty() && !leftOut.isEmpty()) {
        return refuse(order, NOBODY_WILLING);
      }
      try {
        return disclose(wanted, permit, footing, leftOut.getCardinality());
      } catch (WillChanged e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Outcome disclose(Order order, Permit permit, Footing footing, int leftOut)
      throws IOException {
    DisclosureId id = DisclosureId.random();
    long asOf = journal.size();
    Foreseen foreseen = workshop.foresee(id, permit, order.records(), order.honey(), asOf);
    if (foreseen.refusal().isPresent()) {
      return refuse(order, foreseen.refusal().get());
    }
    Traceability traceability = foreseen.traceability();
    Opening opening;
    try {
      opening = open(order, permit, footing, leftOut, id, asOf, traceability);
    } catch (NoLongerAllowed e) {
      return refuse(order, e.refusal());
    } catch (AliasesShort e) {
      return refuse(order, e.refusal());
    }
    Receipt receipt = opening.receipt();
    try (Opened opened = vault.open(permit, receipt, foreseen.sealed())) {
      Preparation preparation =
          workshop.preparation(
              id,
              permit,
              traceability.honey(),
              order.records(),
              workshop.unused(),
              opening.numbers());
      Prepared prepared = preparation.prepare(permit, opened);
      return release(order, permit, id, opening, prepared, traceability);
    } catch (IOException | RuntimeException e) {
      journal.record(
          Entries.begin("non-delivery", clock.instant(), order.actor(), policy)
              .line("disclosure", id)
              .build(),
          new NotDelivered(id));
      throw e;
    }
  }

  /** The first entry, and the pool's numbers that are the disclosure's own from then on. */
  private record Opening(Receipt receipt, int leftOut, PoolNumbers numbers, boolean poolShort) {
    /** Whether this customer has a number of the pool in the copy. */
    boolean ringing(HoneyCustomer customer) {
      return customer.draw() < numbers.numbers().size()
          && !customer.content().canonical(FieldClass.MOBILE).isEmpty();
    }
  }

  /** Where another release was first with one of the numbers, other numbers are taken. */
  private Opening open(
      Order order,
      Permit permit,
      Footing footing,
      int leftOut,
      DisclosureId id,
      long asOf,
      Traceability traceability) {
    Optional<EntrySigner> signer = order.signer(permit);
    Instant now = clock.instant();
    Optional<LocalDate> aliases = workshop.aliasesUntil(permit, now);
    for (int attempt = 1; ; attempt++) {
      NumberPool.Chosen chosen = workshop.numbers(permit, traceability.honey());
      try {
        Receipt receipt =
            journal.record(
                signed(
                    aliased(
                        entry(
                            order, permit, leftOut, id, now, asOf, traceability, chosen.numbers()),
                        aliases),
                    signer),
                new DisclosureOpened(
                    id,
                    permit,
                    footing,
                    order.records(),
                    now,
                    asOf,
                    traceability.honey(),
                    chosen.tokens(),
                    order.target(),
                    aliases));
        return new Opening(
            receipt,
            leftOut,
            chosen.numbers(),
            chosen.tokens().size() < traceability.honey() && workshop.poolServes(permit));
      } catch (HoneyNumberTaken e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Writes, syncs, records the digests, and only then gives the copy its name. */
  private Released release(
      Order order,
      Permit permit,
      DisclosureId id,
      Opening opening,
      Prepared prepared,
      Traceability traceability)
      throws IOException {
    RowsRoot root = new RowsRoot();
    List<CopyRecorded.HoneyToken> honey = new ArrayList<>();
    long real = 0;
    int ringing = 0;
    try (Copies.Draft draft = copies.draft(id, order.target(), prepared.columns())) {
      Iterator<Prepared.Row> rows = prepared.rows().iterator();
      while (rows.hasNext()) {
        Prepared.Row row = rows.next();
        draft.row(row.cells());
        root.add(row.leaf());
        real += row.invented().isPresent() ? 0 : 1;
        ringing += row.invented().filter(opening::ringing).isPresent() ? 1 : 0;
        row.invented().ifPresent(customer -> honey.addAll(tokens(customer)));
      }
      Digest file = draft.finish();
      Entry entry =
          Entries.begin("release", clock.instant(), order.actor(), policy)
              .line("disclosure", id)
              .line("file-sha256", file)
              .line("rows", root.size())
              .line("rows-root", root.digest())
              .build();
      journal.record(entry, new CopyRecorded(id, file, honey));
      draft.release();
      return new Released(id, recipient(permit), real, file, opening, ringing, traceability);
    }
  }

  /** Every number of the customer finds it, also one that this copy hides or leaves out. */
  private List<CopyRecorded.HoneyToken> tokens(HoneyCustomer customer) {
    return Unused.numbers(customer).stream()
        .map(
            kind ->
                new CopyRecorded.HoneyToken(
                    kind,
                    customer.draw(),
                    vault.tokens().locator(kind, customer.content().canonical(kind.field()))))
        .toList();
  }

  private static Entry signed(Entry.Builder entry, Optional<EntrySigner> signer) {
    return signer.map(key -> key.signed(entry)).orElseGet(entry::build);
  }

  private Entry.Builder entry(
      Order order,
      Permit permit,
      int leftOut,
      DisclosureId id,
      Instant now,
      long asOf,
      Traceability traceability,
      PoolNumbers numbers) {
    Party to = recipient(permit);
    HoneyKey honey = workshop.honeyKey(id, numbers);
    Entry.Builder entry =
        Entries.begin("disclosure", now, order.actor(), policy)
            .line("disclosure", id)
            .line(Vault.PERMIT_LINE, permit.digest())
            .line("to", to.id())
            .line("kind", to.kind().id())
            .line("purpose", permit.purpose())
            .line("basis", permit.basis().text())
            .line("rule", permit.rule())
            .line("why", permit.why().en())
            .line("channel", permit.channel().id())
            .line("columns", ForecastLines.columns(permit))
            .line("people", order.records().getCardinality())
            .line("as-of", asOf)
            .line("people-root", traceability.peopleRoot())
            .line("recipient-key", workshop.recipientKey(to.id()).commitment(to.id()))
            .line("honey-key", honey.commitment())
            .line("honey", traceability.honey())
            .line("catalogue", Carrier.CATALOGUE);
    ForecastLines.rows(entry, traceability);
    if (leftOut > 0) {
      entry.line("left-out", leftOut);
    }
    if (permit.basis() instanceof Basis.BrokenGlass broken) {
      badge(entry, broken.request().emergency().orElseThrow());
    }
    if (!numbers.numbers().isEmpty()) {
      entry.line("honey-numbers", honey.numbersCommitment()).line("honey-kept", numbers.kept());
    }
    return entry;
  }

  /** Until when the alias numbers ring that are bound in the transaction of the entry. */
  private static Entry.Builder aliased(Entry.Builder entry, Optional<LocalDate> until) {
    until.ifPresent(day -> entry.line("aliases-until", day));
    return entry;
  }

  /** An emergency stands out, and says who was passed over. */
  private static void badge(Entry.Builder entry, Request.Emergency emergency) {
    entry
        .line("badge", "break-glass")
        .line("reason-sha256", Digest.sha256(emergency.why()))
        .line("skipped", emergency.skipped().stream().sorted().collect(Collectors.joining(" ")));
  }

  private static Party recipient(Permit permit) {
    return permit.to().orElseThrow(() -> new IllegalStateException("a release has a recipient"));
  }

  private static Refusal needsApproval() {
    return Refusal.of(
        "needs-approval", "此释放需要先申请并获批准", "this release must be requested and approved first");
  }

  private Refused refuse(Order order, Refusal refusal) {
    Act act = order.actor().partner().isPresent() ? Act.RECEIVE : Act.RELEASE;
    Entry entry =
        Entries.refusal(clock.instant(), order.actor(), policy, act, refusal)
            .line("to", Names.known(order.ask().to(), !UNLOOKED.contains(refusal.rule())))
            .line(
                "purpose",
                Names.known(
                    order.ask().purpose(), policy.purposes().containsKey(order.ask().purpose())))
            .line("people", order.ask().people())
            .build();
    return new Refused(
        refusal, journal.record(entry, Entries.counted(order.actor(), refusal, clock.instant())));
  }
}
