package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.calls.source.Hand;
import io.tidemark.disclose.Prepared;
import io.tidemark.disclose.RowsRoot;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.Unused;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.CallBundle;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.People;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import io.tidemark.trace.Holders;
import io.tidemark.trace.RecordedCopy;
import io.tidemark.trace.RecordedDisclosure;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import io.tidemark.vault.Vault;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The last step of an inquiry, {@code Attribution -> EvidenceBundle}: what is revealed of an
 * accused party, and of nobody else. Its copies are made again from the vault, under a permit and a
 * receipt of their own.
 */
public final class Exhibit {
  private final Vault vault;
  private final Shelf shelf;
  private final Holders holders;
  private final Journal journal;
  private final Workshop workshop;
  private final Authority authority;
  private final Policy policy;
  private final Clock clock;

  /** Exhibits from this vault, recorded in this journal. */
  public Exhibit(
      Vault vault,
      Shelf shelf,
      Holders holders,
      Journal journal,
      Workshop workshop,
      Authority authority,
      Policy policy,
      Clock clock) {
    this.vault = vault;
    this.shelf = shelf;
    this.holders = holders;
    this.journal = journal;
    this.workshop = workshop;
    this.authority = authority;
    this.policy = policy;
    this.clock = clock;
  }

  /** Why this actor may not take evidence; the refusal is recorded. */
  public Optional<Refusal> refusal(Actor actor) {
    if (actor.may(Act.INQUIRE)) {
      return Optional.empty();
    }
    Refusal refusal = Authority.notYourDuty(Act.INQUIRE);
    journal.record(Entries.refusal(clock.instant(), actor, policy, Act.INQUIRE, refusal).build());
    return Optional.of(refusal);
  }

  /**
   * Reveals each accused of a case. The caller has asked {@link #refusal} before.
   *
   * @param inquiry the ledger index of the inquiry's entry: only copies that were released before
   *     it are shown
   */
  public List<Accused> reveal(Actor actor, CaseFile file, long inquiry) {
    List<Accused> accused = new ArrayList<>();
    for (CaseFile.Ranked ranked : file.ranking()) {
      if (ranked.accused()) {
        accused.add(reveal(actor, file, ranked, inquiry));
      }
    }
    return accused;
  }

  private Accused reveal(Actor actor, CaseFile file, CaseFile.Ranked ranked, long inquiry) {
    Set<Digest> wanted = new HashSet<>();
    file.leak().forEach(row -> row.records().forEach(record -> wanted.add(record.digest())));
    List<Accused.Copy> copies = new ArrayList<>();
    for (RecordedDisclosure disclosure : holders.ofParty(ranked.party(), inquiry)) {
      RecordedCopy copy = holders.copy(disclosure.id()).orElseThrow();
      boolean spokenFor = ranked.disclosure().equals(Optional.of(disclosure.id().text()));
      if (spokenFor || disclosure.honey() > 0 || holds(copy, wanted)) {
        copies.add(copyAgain(actor, copy, ranked.party()));
      }
    }
    return new Accused(ranked.party(), workshop.recipientKey(ranked.party()).reveal(), copies);
  }

  /**
   * The copies of which a case of calls speaks, of each party that a verdict {@code probable}
   * stands behind. Nothing of anybody is opened for it. The caller has asked {@link #refusal}
   * before.
   */
  public List<CallBundle.GivenCopy> given(CallCase file) {
    List<CallBundle.GivenCopy> copies = new ArrayList<>();
    for (String party : file.probable()) {
      file.lists().getOrDefault(party, Set.of()).stream()
          .map(Hand.Given::id)
          .distinct()
          .map(id -> holders.copy(id).orElseThrow())
          .map(
              copy ->
                  new CallBundle.GivenCopy(
                      party,
                      copy.facts().id().text(),
                      copy.facts().entry(),
                      copy.release().orElse(-1),
                      people(copy)))
          .sorted(Comparator.comparingLong(CallBundle.GivenCopy::entry))
          .forEach(copies::add);
    }
    return copies;
  }

  private boolean holds(RecordedCopy copy, Set<Digest> wanted) {
    if (copy.erased().values().stream().anyMatch(leaf -> wanted.contains(commitment(leaf)))) {
      return true;
    }
    try (Stream<StoredRecord> stored = shelf.records(copy.records(), copy.facts().asOf())) {
      return stored.anyMatch(record -> wanted.contains(record.commitment()));
    }
  }

  private static Digest commitment(byte[] leaf) {
    return Digest.of(Arrays.copyOfRange(leaf, People.LEAF - Digest.SIZE, People.LEAF));
  }

  /**
   * Everybody in the copy, as {@link Workshop#leaf} commits to them, in the order of the records;
   * of those who were erased since, the leaf was kept.
   */
  private People people(RecordedCopy copy) {
    SortedMap<Integer, byte[]> leaves = new TreeMap<>(copy.erased());
    try (Stream<StoredRecord> stored = shelf.records(copy.records(), copy.facts().asOf())) {
      stored.forEach(record -> leaves.put(record.id().number(), leaf(copy, record)));
    }
    ByteBuffer all = ByteBuffer.allocate(leaves.size() * People.LEAF);
    leaves.values().forEach(all::put);
    return People.of(all.array());
  }

  private byte[] leaf(RecordedCopy copy, StoredRecord record) {
    return ByteBuffer.allocate(People.LEAF)
        .put(vault.nonce(record, copy.facts().id()))
        .put(record.commitment().bytes())
        .array();
  }

  private Accused.Copy copyAgain(Actor actor, RecordedCopy copy, String party) {
    RecordedDisclosure facts = copy.facts();
    HoneyKey honey = workshop.honeyKey(facts.id());
    return new Accused.Copy(
        facts.id().text(),
        facts.entry(),
        copy.release().orElse(-1),
        honey.reveal(),
        honey.numbers(),
        copy.erased().isEmpty() ? Optional.of(rows(actor, copy, party)) : Optional.empty(),
        people(copy));
  }

  /** The root over the rows of the copy as the vault gives them today, for the versions of then. */
  private Digest rows(Actor actor, RecordedCopy copy, String party) {
    RecordedDisclosure facts = copy.facts();
    RoaringBitmap records = copy.records();
    Permit permit =
        (Permit)
            authority.reproduce(
                actor, party, copy.purpose(), copy.forms(), records.getCardinality());
    Receipt receipt =
        journal.record(
            Entries.begin("evidence", clock.instant(), actor, policy)
                .line("disclosure", facts.id())
                .line(Vault.PERMIT_LINE, permit.digest())
                .line("people", records.getCardinality())
                .build());
    RowsRoot root = new RowsRoot();
    try (Opened opened = vault.open(permit, receipt, records, facts.asOf())) {
      Prepared prepared =
          workshop
              .preparation(
                  facts.id(), permit, facts.honey(), records, Unused.asRecorded(copy.honey()))
              .prepare(permit, opened);
      Iterator<Prepared.Row> rows = prepared.rows().iterator();
      while (rows.hasNext()) {
        root.add(rows.next().leaf());
      }
    }
    return root.digest();
  }
}
