package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Permit;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.China;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The copy of a policy for the vehicle's new owner: {@code Identified -> Asked -> Decided ->
 * Receipt -> Opened -> copy}. One of the staff sees the vehicle licence in the new owner's name,
 * another one approves; what is said of the former owner is never part of the copy. Thread-safe.
 *
 * @param vault opens
 * @param keys make the token of a name
 * @param consents knows whose a record is
 * @param identifying finds the contract by the VIN
 * @param kept the requests
 * @param register where it is recorded
 * @param authority decides
 */
public record BuyerCopying(
    Vault vault,
    KeyRing keys,
    Consents consents,
    Identifying identifying,
    BuyerCopies kept,
    Register register,
    Authority authority) {
  /** How long an approval counts. */
  public static final Duration COUNTS = Duration.ofDays(30);

  private static final Refusal NOT_BY_VIN =
      Refusal.of(
          "not-by-vin",
          "新车主的申请只凭行驶证上的车架号",
          "a new owner's request goes by the VIN of the vehicle licence");
  private static final Refusal IS_THE_OWNER =
      Refusal.of(
          "is-the-policyholder",
          "此人就是保单上的人：请用 owner copy",
          "this is the person of the policy: use owner copy");
  private static final Refusal NO_SUCH =
      Refusal.of("no-such-request", "没有这项申请", "there is no such request");
  private static final Refusal NOT_OPEN =
      Refusal.of(
          "not-in-that-state",
          "申请已不在此状态：请先查看",
          "the request is not in that state any more: look at it");
  private static final Refusal OWN_REQUEST =
      Refusal.of("own-request", "受理人不能审批自己受理的申请", "whoever took the request does not decide on it");
  private static final Refusal OTHER_NAME =
      Refusal.of(
          "other-name",
          "姓名与申请时行驶证上的不同",
          "the name is not the one that was asked for with the licence");
  private static final Refusal TOO_LATE =
      Refusal.of(
          "approval-expired", "批准已过 30 天，请重新申请", "the approval is older than 30 days: ask again");

  /**
   * A copy that may be made now.
   *
   * @param fields what it says; nothing of the former owner
   */
  public record Issued(BuyerCopyId id, CopyNumber mark, Map<FieldClass, PersonalText> fields) {
    /** Copies the map. */
    public Issued {
      fields = new EnumMap<>(fields);
    }
  }

  /**
   * Takes a request.
   *
   * @param number the VIN that stands in the vehicle licence
   * @param buyer the name that stands in it
   * @param licence SHA-256 of its picture
   */
  public Recorded<BuyerCopy> ask(
      Actor actor, Identifying.Number number, PersonalText buyer, Digest licence) {
    if (number.kind() != Locator.VIN) {
      return register.refused(actor, Act.BUYER_COPY, NOT_BY_VIN);
    }
    return identifying.one(
        Pacing.What.OWNERS,
        actor,
        Act.BUYER_COPY,
        number,
        person -> ask(actor, person, canonical(buyer), licence));
  }

  private Recorded<BuyerCopy> ask(
      Actor actor, Identifying.Person person, PersonalText buyer, Digest licence) {
    OpenedRecord contract;
    try (Opened opened =
        vault.open(person.permit(), person.receipt(), person.records(), person.receipt().index())) {
      contract = opened.records().max(Comparator.comparing(BuyerCopying::ends)).orElseThrow();
    }
    if (contract.content().canonical(FieldClass.NAME).equals(buyer)) {
      return register.refused(actor, Act.BUYER_COPY, IS_THE_OWNER);
    }
    BuyerCopyId id = BuyerCopyId.random();
    BuyerCopy request =
        new BuyerCopy(
            id,
            contract.id().number(),
            BuyerCopy.State.ASKED,
            licence,
            token(id, buyer),
            actor.id(),
            register.now(),
            Optional.empty(),
            Optional.empty());
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("buyer-copy-request", actor)
                    .line("request", id)
                    .line("licence", licence)
                    .line("name", request.name())
                    .build(),
                new BuyerCopyMoved.Asked(request));
    return new Recorded.Done<>(request, receipt);
  }

  private static LocalDate ends(OpenedRecord record) {
    return Term.end(record.content()).orElse(LocalDate.MIN);
  }

  private PersonalText canonical(PersonalText name) {
    return Labels.asOf(China.day(register.now()))
        .label(FieldClass.NAME, name.reveal(Reveal.CLASSIFY))
        .canonical();
  }

  private Digest token(BuyerCopyId id, PersonalText name) {
    byte[] key = keys.derive(KeyRing.Use.INDEX, "name of the buyer of " + id);
    return Digest.of(
        keys.suite().mac(key).doFinal(name.reveal(Reveal.INDEX).getBytes(StandardCharsets.UTF_8)));
  }

  /** Approves or rejects a request that somebody else took. */
  public Recorded<BuyerCopy.State> decide(Actor actor, BuyerCopyId id, boolean approve) {
    if (!actor.may(Act.BUYER_COPY)) {
      return register.notYourDuty(actor, Act.BUYER_COPY);
    }
    Optional<BuyerCopy> request = kept.of(id);
    Optional<Refusal> refusal =
        request.isEmpty()
            ? Optional.of(NO_SUCH)
            : request.get().state() != BuyerCopy.State.ASKED
                ? Optional.of(NOT_OPEN)
                : Optional.of(OWN_REQUEST)
                    .filter(own -> request.get().askedBy().equals(actor.id()));
    if (refusal.isPresent()) {
      return register.refused(actor, Act.BUYER_COPY, refusal.get());
    }
    BuyerCopy.State state = approve ? BuyerCopy.State.APPROVED : BuyerCopy.State.REJECTED;
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("buyer-copy-decision", actor)
                    .line("request", id)
                    .line("decision", approve ? "approved" : "rejected")
                    .build(),
                new BuyerCopyMoved.Decided(id, state, actor.id(), register.now()));
    return new Recorded.Done<>(state, receipt);
  }

  /**
   * Opens what the copy of an approved request says, once.
   *
   * @param buyer the new owner's name, typed again
   */
  public Recorded<Issued> issue(Actor actor, BuyerCopyId id, PersonalText buyer) {
    if (!(authority.buyerCopy(actor) instanceof Permit permit)) {
      return register.notYourDuty(actor, Act.BUYER_COPY);
    }
    Optional<BuyerCopy> found = kept.of(id);
    Optional<Refusal> refusal =
        found.isEmpty() ? Optional.of(NO_SUCH) : refusal(found.get(), canonical(buyer));
    if (refusal.isPresent()) {
      return register.refused(actor, Act.BUYER_COPY, refusal.get());
    }
    RoaringBitmap record = RoaringBitmap.bitmapOf(found.orElseThrow().record());
    UUID person = Objects.requireNonNull(consents.people(record).get(record.first()));
    CopyNumber mark = CopyNumber.random();
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("buyer-copy", actor)
                    .line(Vault.PERMIT_LINE, permit.digest())
                    .line("request", id)
                    .line("mark", mark)
                    .line("records", 1)
                    .build(),
                new BuyerCopyMoved.Issued(id, mark, person));
    Map<FieldClass, PersonalText> fields = new EnumMap<>(FieldClass.class);
    try (Opened opened = vault.open(permit, receipt, record, receipt.index())) {
      Content content = opened.records().findFirst().orElseThrow().content();
      shown(permit)
          .filter(content.original()::containsKey)
          .forEach(field -> fields.put(field, content.original(field)));
    }
    return new Recorded.Done<>(new Issued(id, mark, fields), receipt);
  }

  private static Stream<FieldClass> shown(Permit permit) {
    return permit.forms().entrySet().stream()
        .filter(form -> form.getValue() == Form.PLAIN)
        .map(Map.Entry::getKey);
  }

  private Optional<Refusal> refusal(BuyerCopy request, PersonalText buyer) {
    if (request.state() != BuyerCopy.State.APPROVED) {
      return Optional.of(NOT_OPEN);
    }
    if (register.now().isAfter(request.decided().orElseThrow().plus(COUNTS))) {
      return Optional.of(TOO_LATE);
    }
    return Optional.of(OTHER_NAME)
        .filter(other -> !token(request.id(), buyer).equals(request.name()));
  }
}
