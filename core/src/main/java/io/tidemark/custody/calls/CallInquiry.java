package io.tidemark.custody.calls;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.calls.CalledPeople;
import io.tidemark.calls.Ring;
import io.tidemark.calls.Rings;
import io.tidemark.calls.Voices;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.campaign.Campaigns;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CallCaseFormat;
import io.tidemark.evidence.CaseFile;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.ConsentRule;
import io.tidemark.rights.Consents;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import io.tidemark.trace.Holders;
import io.tidemark.trace.InquiryBegun;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The inquiry into calls: {@code Calls -> Decision -> Receipt -> Opened -> Campaigns ->
 * Attributions}. Finding who was called looks at search tokens only; when their cover ends is
 * opened with a receipt of the inquiry's own. Thread-safe.
 */
public final class CallInquiry {
  /** Campaigns beyond these are told without a list. */
  private static final int MOST_TRACED = 20;

  private final Vault vault;
  private final Shelf shelf;
  private final Holders holders;
  private final Consents consents;
  private final Register register;
  private final Authority authority;
  private final CallCaseFormat format;

  /**
   * Inquires over this vault and these holders, recorded in this register; who consented to be
   * called is known by these consents.
   */
  public CallInquiry(
      Vault vault,
      Shelf shelf,
      Holders holders,
      Consents consents,
      Register register,
      Authority authority,
      CallCaseFormat format) {
    this.format = format;
    this.consents = consents;
    this.vault = vault;
    this.shelf = shelf;
    this.holders = holders;
    this.register = register;
    this.authority = authority;
  }

  /**
   * Calls that were reported or recorded.
   *
   * @param id the case
   * @param attempt which attempt at it, from 1
   * @param material the files
   * @param opened the ledger index of the entry under which kept reports among them were opened
   * @param rings the calls
   * @param own numbers whose calls are none to be asked about: the insurer's, those of parties that
   *     call by consent
   */
  public record Sighting(
      CaseId id,
      int attempt,
      List<CaseFile.Material> material,
      OptionalLong opened,
      Rings rings,
      LongPredicate own) {
    /** SHA-256 over the digests of the files. */
    Digest digest() {
      return CaseFile.Material.digest(material);
    }
  }

  /** Inquires. */
  public Recorded<CallCase> inquire(Actor actor, Sighting sighting) {
    if (!actor.may(Act.INQUIRE)) {
      return register.notYourDuty(actor, Act.INQUIRE);
    }
    Voices voices = new Voices();
    CalledPeople people = CalledPeople.of(sighting.rings(), shelf, vault.tokens(), voices::learn);
    voices.settle();
    Decision decision = authority.inquire(actor, "inquiry", people.records().getCardinality());
    return decision.either(
        permit -> inquire(actor, sighting, people, voices, permit),
        approvals -> register.notYourDuty(actor, Act.INQUIRE),
        refusal -> register.refused(actor, Act.INQUIRE, refusal));
  }

  private Recorded<CallCase> inquire(
      Actor actor, Sighting sighting, CalledPeople people, Voices voices, Permit permit) {
    Receipt receipt =
        register
            .journal()
            .record(
                begun(actor, sighting, people, permit),
                new InquiryBegun(
                    sighting.id(), sighting.attempt(), sighting.digest(), people.records()));
    try (Opened opened = vault.open(permit, receipt, people.records(), receipt.index())) {
      people.read(opened);
    }
    people.consented(consents.allowed(resting(), people.records()));
    CallCase answer = answer(sighting, people, voices, receipt.index());
    byte[] bytes = format.write(answer);
    return new Recorded.Done<>(
        answer,
        register
            .journal()
            .record(
                concluded(actor, sighting, answer, Digest.sha256(bytes)),
                new CallsWeighed(
                    sighting.id(),
                    sighting.attempt(),
                    vault.sealCase(sighting.id().text(), bytes))));
  }

  /** The purposes for which nobody may be called without having consented. */
  private List<String> resting() {
    return register.policy().purposes().values().stream()
        .filter(
            purpose ->
                purpose.consent() == ConsentRule.PURPOSE
                    || purpose.consent() == ConsentRule.RECIPIENT)
        .map(Policy.Purpose::id)
        .toList();
  }

  /** The commitments to all versions that were deposited before this entry. */
  private Map<Integer, Set<Digest>> commitments(RoaringBitmap records, long before) {
    Map<Integer, Set<Digest>> commitments = new HashMap<>();
    try (Stream<StoredRecord> versions = shelf.versions(records, before)) {
      versions.forEach(
          record ->
              commitments
                  .computeIfAbsent(record.id().number(), any -> new HashSet<>())
                  .add(record.commitment()));
    }
    return commitments;
  }

  private CallCase answer(Sighting sighting, CalledPeople people, Voices voices, long inquiry) {
    CalledBy.Commitments commitments = records -> commitments(records, inquiry);
    Campaigns campaigns = new Campaigns(Campaigns.WRONG);
    CalledBy anybody = new CalledBy(people, holders, commitments, 0);
    Counts counts =
        each(
            sighting,
            people,
            (ring, person) -> {
              count(campaigns, people, ring, voices.of(ring), person);
              anybody.anybody(ring, person);
            });
    campaigns.look();
    CalledBy calledBy = new CalledBy(people, holders, commitments, campaigns.groups());
    if (campaigns.groups() > 0) {
      each(
          sighting,
          people,
          (ring, person) -> follow(campaigns, calledBy, ring, voices.of(ring), person));
    }
    List<CallCase.Found> told = new ArrayList<>();
    for (Campaign campaign : campaigns.found()) {
      told.add(
          new CallCase.Found(
              campaign,
              calledBy.spread(campaign),
              told.size() < MOST_TRACED
                  ? Optional.of(calledBy.source(campaign))
                  : Optional.empty()));
    }
    return new CallCase(
        sighting.id().text(),
        sighting.attempt(),
        sighting.material(),
        sighting.opened(),
        people.calls(),
        counts.about,
        counts.consented,
        people.people(),
        told,
        anybody.together());
  }

  private static void count(
      Campaigns campaigns, CalledPeople people, Ring ring, int voice, int person) {
    OptionalInt left = people.daysLeft(person, ring.at());
    if (ring.caller() != 0 && left.isPresent()) {
      campaigns.count(ring.caller(), voice, person, left.getAsInt());
    }
  }

  private static void follow(
      Campaigns campaigns, CalledBy calledBy, Ring ring, int voice, int person) {
    int day = Math.toIntExact(China.day(ring.at()).toEpochDay());
    campaigns.follow(ring.caller(), voice, person, day);
    int group = campaigns.group(ring.caller(), voice);
    if (group >= 0) {
      calledBy.ring(ring, person, group);
    }
  }

  /** Takes a call to somebody in custody. */
  private interface Each {
    void take(Ring ring, int person);
  }

  /** How many calls were handed on, and how many reached people who consented to them. */
  private static final class Counts {
    long about;
    long consented;
  }

  private static Counts each(Sighting sighting, CalledPeople people, Each each) {
    Counts counts = new Counts();
    try (Stream<Ring> stream = sighting.rings().stream()) {
      for (Iterator<Ring> rings = stream.iterator(); rings.hasNext(); ) {
        Ring ring = rings.next();
        OptionalInt person = people.person(ring);
        if (person.isPresent() && !sighting.own().test(ring.caller())) {
          if (people.consented(person.getAsInt(), ring.at())) {
            counts.consented++;
          } else {
            counts.about++;
            each.take(ring, person.getAsInt());
          }
        }
      }
    }
    return counts;
  }

  private Entry begun(Actor actor, Sighting sighting, CalledPeople people, Permit permit) {
    return register
        .begin("inquiry", actor)
        .line("case", sighting.id())
        .line("attempt", sighting.attempt())
        .line(Vault.PERMIT_LINE, permit.digest())
        .line("material", sighting.digest())
        .line("calls", people.calls())
        .line("people", people.records().getCardinality())
        .build();
  }

  private Entry concluded(Actor actor, Sighting sighting, CallCase answer, Digest result) {
    Entry.Builder entry =
        register
            .begin("call-attribution", actor)
            .line("case", sighting.id())
            .line("attempt", sighting.attempt())
            .line("campaigns", answer.campaigns().size())
            .line("result", result);
    answer.together().ifPresent(all -> entry.line("verdict", all.attribution().verdict().id()));
    Stream.concat(
            answer.together().stream(),
            answer.campaigns().stream().flatMap(found -> found.source().stream()))
        .flatMap(source -> source.attribution().accused().stream())
        .map(CallAttribution.Candidate::party)
        .distinct()
        .limit(500)
        .forEach(party -> entry.line("weighed", party));
    return entry.build();
  }
}
