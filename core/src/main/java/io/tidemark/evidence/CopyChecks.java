package io.tidemark.evidence;

import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether the accused's keys, copies and people are those to which the ledger committed. */
record CopyChecks(Bundle bundle, Held held) {
  Check recipientKeys() {
    Faults faults = new Faults();
    Set<String> accused = new HashSet<>();
    for (CaseFile.Ranked ranked : bundle.ranked()) {
      accused.add(ranked.party());
      if (bundle
          .revealed(ranked.party())
          .map(Accused::copies)
          .filter(c -> !c.isEmpty())
          .isEmpty()) {
        faults.add("nothing is revealed of " + ranked.party());
      }
    }
    Set<String> revealed = new HashSet<>();
    Set<String> copies = new HashSet<>();
    for (Accused one : bundle.accused()) {
      faults.unless(
          accused.contains(one.party()) && revealed.add(one.party()),
          one.party() + " is revealed twice, or is not accused");
      for (Accused.Copy copy : one.copies()) {
        faults.unless(copies.add(copy.disclosure()), copy.disclosure() + " is revealed twice");
        faults.unless(
            bundle.disclosure(copy).filter(entry -> keys(one, copy, entry)).isPresent(),
            "the keys of " + copy.disclosure() + " are not those committed to");
      }
    }
    return faults.check(
        "recipient-key",
        "所揭示的接收方密钥与释放之前写入账本的承诺一致",
        "the revealed keys are those to which the ledger committed before the release");
  }

  private static boolean keys(Accused accused, Accused.Copy copy, Entry entry) {
    String commitment =
        new RecipientKey(accused.recipientKey()).commitment(accused.party()).toString();
    return entry.value("to").equals(Optional.of(accused.party()))
        && entry.value("recipient-key").equals(Optional.of(commitment))
        && entry.value("honey-key").equals(Optional.of(copy.honey().commitment().toString()))
        && numbers(copy, entry);
  }

  /** That the pool's numbers are those of the entry; none where it names none. */
  private static boolean numbers(Accused.Copy copy, Entry entry) {
    HoneyKey honey = copy.honey();
    boolean none = honey.numbers().numbers().isEmpty();
    Optional<String> digest =
        none ? Optional.empty() : Optional.of(honey.numbersCommitment().toString());
    Optional<String> kept =
        none ? Optional.empty() : Optional.of(String.valueOf(honey.numbers().kept()));
    return entry.value("honey-numbers").equals(digest) && entry.value("honey-kept").equals(kept);
  }

  Check recordedBefore() {
    Faults faults = new Faults();
    faults.unless(
        bundle.entry(bundle.inquiry(), "inquiry").isPresent(), "the inquiry's entry is missing");
    for (Accused accused : bundle.accused()) {
      for (Accused.Copy copy : accused.copies()) {
        faults.unless(
            copy.entry() < copy.release() && copy.release() < bundle.inquiry(),
            copy.disclosure() + " is not recorded before its release and the inquiry");
      }
    }
    return faults.check(
        "recorded-before",
        "每次释放都先记账、后放行，且早于本次追溯",
        "every release was recorded before it left and before the inquiry");
  }

  /** That the people are those committed to, and which leaked rows are about them. */
  Check people() {
    Faults faults = new Faults();
    for (CaseFile.LeakRow row : bundle.file().leak()) {
      boolean holds =
          row.records().stream()
              .flatMap(record -> record.items().stream())
              .allMatch(item -> item.holds());
      faults.unless(holds, "an opened item of row " + row.number() + " is not the committed one");
    }
    for (Accused accused : bundle.accused()) {
      for (Accused.Copy copy : accused.copies()) {
        faults.unless(
            bundle.disclosure(copy).filter(entry -> people(copy, entry)).isPresent(),
            "the people of " + copy.disclosure() + " are not those committed to");
      }
    }
    for (CaseFile.Ranked ranked : bundle.ranked()) {
      BitSet rows = held.rows(ranked.party());
      faults.unless(
          rows.cardinality() == ranked.rowsExplained(),
          ranked.party() + " was given another number of rows than the case says");
    }
    return faults.check(
        "people",
        "被指认方每份副本的全部人员与释放前写入账本的默克尔根一致，它持有哪些泄露行由此算出",
        "all people of the accused's copies give the Merkle root recorded before the release, and from them follows which leaked rows it was given");
  }

  private static boolean people(Accused.Copy copy, Entry entry) {
    return entry.value("people").equals(Optional.of(String.valueOf(copy.people().size())))
        && entry.value("people-root").equals(Optional.of(copy.people().root().toString()));
  }

  Check copies() {
    Faults faults = new Faults();
    for (Accused accused : bundle.accused()) {
      for (Accused.Copy copy : accused.copies()) {
        faults.unless(
            bundle.release(copy).isPresent(), copy.disclosure() + " has no recorded release");
        faults.unless(
            copy.rebuiltRows().isEmpty()
                || bundle
                    .release(copy)
                    .flatMap(entry -> entry.value("rows-root"))
                    .equals(copy.rebuiltRows().map(Digest::toString)),
            "the digest stated of " + copy.disclosure() + " is not the one that was recorded");
      }
    }
    return faults.check(
        "copy",
        "每份副本都有放行记录；保险公司称由保险库重新制作的副本，其摘要与当时记下的相同（两者均为其陈述）"
            + notMadeAgain("；另有 ", " 份因其中有人已被删除而不能重新制作"),
        "each copy has a recorded release; the digest that the insurer states for the copy made again is the one that it recorded then (both are its statements)"
            + notMadeAgain("; ", " cannot be made again, since somebody in them was erased"));
  }

  private String notMadeAgain(String before, String after) {
    long copies =
        bundle.accused().stream()
            .flatMap(accused -> accused.copies().stream())
            .filter(copy -> copy.rebuiltRows().isEmpty())
            .count();
    return copies == 0 ? "" : before + copies + after;
  }
}
