package io.tidemark.evidence;

import io.tidemark.calls.source.Hand;
import io.tidemark.calls.source.Weighing;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.trace.RecordedDisclosure;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the lists are those of the ledger, and the verdict follows from them. */
record CallSourceChecks(CallBundle bundle) {

  /** That what the weighing says of each list is what was recorded of it. */
  Check lists() {
    Faults faults = new Faults();
    Set<String> probable = bundle.file().probable();
    bundle
        .file()
        .lists()
        .forEach(
            (party, lists) ->
                lists.forEach(
                    list -> {
                      boolean shown = bundle.ledger().entries().containsKey(list.entry());
                      faults.unless(
                          shown || !probable.contains(party),
                          "the entry of " + list.id() + " is missing");
                      faults.unless(
                          !shown || recorded(party, list),
                          "the ledger says something else of " + list.id());
                    }));
    bundle.file().weighings().forEach(weighing -> once(weighing, faults));
    return faults.check(
        "lists",
        "所称量的每份清单，其接收方、人数、记账位置与所含栏目均与账本一致",
        "recipient, number of people, place in the ledger and columns of each list that is shown are as the ledger recorded them");
  }

  private boolean recorded(String party, Hand.Given list) {
    return entry(list.entry(), list.id().text())
        .filter(entry -> entry.value("to").equals(Optional.of(party)))
        .filter(entry -> entry.value("people").equals(Optional.of(String.valueOf(list.people()))))
        .filter(
            entry ->
                entry
                    .value("columns")
                    .map(CallSourceChecks::plain)
                    .equals(Optional.of(list.shown())))
        .isPresent();
  }

  private Optional<Entry> entry(long index, String disclosure) {
    return bundle
        .ledger()
        .entry(index, "disclosure")
        .filter(entry -> entry.value("disclosure").equals(Optional.of(disclosure)));
  }

  /** The columns of which a copy shows the whole value, as its entry says them. */
  private static Set<FieldClass> plain(String columns) {
    return RecordedDisclosure.shownBy(Form.ofFields(List.of(columns.split(" "))));
  }

  /** That nobody and no list is weighed twice, and no list holds people who were not called. */
  private static void once(Weighing weighing, Faults faults) {
    Set<String> parties = new HashSet<>();
    Set<String> lists = new HashSet<>();
    for (Hand hand : weighing.hands()) {
      faults.unless(parties.add(hand.party()), hand.party() + " is weighed twice");
      for (Hand.Given list : hand.lists()) {
        faults.unless(lists.add(list.id().text()), list.id() + " is weighed twice");
        faults.unless(
            list.called().length() <= weighing.called().size()
                && list.called().cardinality() <= list.people(),
            list.id() + " holds people who were not called, or too many");
      }
    }
    faults.unless(
        weighing.custody() >= weighing.called().size()
            && weighing.parties() >= weighing.hands().size(),
        "more people or parties are weighed than there are");
  }

  /** Whether the lists of those whom nobody accuses are shown as well. */
  Check everyList() {
    long without =
        bundle.file().lists().values().stream()
            .flatMap(Set::stream)
            .filter(list -> !bundle.ledger().entries().containsKey(list.entry()))
            .map(Hand.Given::entry)
            .distinct()
            .count();
    return Check.tells(
        "every-list",
        without == 0,
        without == 0 ? "每份称量过的清单都附有账目" : "另有 " + without + " 份未被指认方的清单未附账目，仅为保险公司的陈述",
        without == 0
            ? "every list that was weighed comes with its entry"
            : without
                + " lists of parties that nobody accuses come without entry: the insurer's statement");
  }

  /** That each copy of the accused was recorded before it left, and left before the answer. */
  Check recordedBefore() {
    Faults faults = new Faults();
    Set<String> shown = new TreeSet<>();
    for (CallBundle.GivenCopy copy : bundle.copies()) {
      faults.unless(shown.add(copy.disclosure()), copy.disclosure() + " is shown twice");
      faults.unless(
          entry(copy.entry(), copy.disclosure())
              .filter(entry -> entry.value("to").equals(Optional.of(copy.party())))
              .isPresent(),
          copy.disclosure() + " was not recorded as given to " + copy.party());
      faults.unless(
          bundle
              .ledger()
              .entry(copy.release(), "release")
              .filter(entry -> entry.value("disclosure").equals(Optional.of(copy.disclosure())))
              .isPresent(),
          copy.disclosure() + " has no recorded release");
      faults.unless(
          copy.entry() < copy.release() && copy.release() < bundle.attribution(),
          copy.disclosure() + " is not recorded before its release and the answer");
    }
    bundle
        .file()
        .weighings()
        .flatMap(weighing -> weighing.called().stream())
        .forEach(
            one ->
                faults.unless(
                    one.before() <= bundle.attribution(), "a call came after the answer to it"));
    return faults.check(
        "recorded-before",
        "被指认方的每份副本都先记账、后放行，且早于本次结论",
        "every copy of the accused was recorded before it left, and left before the answer");
  }

  /** Who of the called is in the copies of the accused, derived from all people of these copies. */
  Check people() {
    Faults faults = new Faults();
    Map<String, CallBundle.GivenCopy> copies = new HashMap<>();
    for (CallBundle.GivenCopy copy : bundle.copies()) {
      copies.put(copy.disclosure(), copy);
      faults.unless(
          entry(copy.entry(), copy.disclosure())
              .filter(
                  entry ->
                      entry
                              .value("people")
                              .equals(Optional.of(String.valueOf(copy.people().size())))
                          && entry
                              .value("people-root")
                              .equals(Optional.of(copy.people().root().toString())))
              .isPresent(),
          "the people of " + copy.disclosure() + " are not those committed to");
    }
    Set<String> probable = bundle.file().probable();
    faults.unless(
        bundle.copies().stream().allMatch(copy -> probable.contains(copy.party())),
        "copies of somebody are shown who is not accused");
    bundle.file().weighings().forEach(weighing -> held(weighing, probable, copies, faults));
    return faults.check(
        "people",
        "被指认方每份副本的全部人员与释放前写入账本的默克尔根一致，其中有哪些接到电话的人由此算出",
        "all people of the accused's copies give the Merkle root recorded before the release, and from them follows who of the called it was given");
  }

  private static void held(
      Weighing weighing,
      Set<String> probable,
      Map<String, CallBundle.GivenCopy> copies,
      Faults faults) {
    Map<Digest, BitSet> wanted = new HashMap<>();
    for (int i = 0; i < weighing.called().size(); i++) {
      for (Digest record : weighing.called().get(i).records()) {
        wanted.computeIfAbsent(record, any -> new BitSet()).set(i);
      }
    }
    for (Hand hand : weighing.hands()) {
      for (Hand.Given list :
          probable.contains(hand.party()) ? hand.lists() : List.<Hand.Given>of()) {
        CallBundle.GivenCopy copy = copies.get(list.id().text());
        BitSet found = new BitSet();
        if (copy != null) {
          copy.people()
              .among(wanted.keySet())
              .forEach(record -> found.or(wanted.getOrDefault(record, new BitSet())));
        }
        faults.unless(
            copy != null
                && copy.party().equals(hand.party())
                && copy.entry() == list.entry()
                && found.equals(list.called()),
            "other people than the case says were called out of " + list.id());
      }
    }
  }

  /** That the verdicts follow from what was weighed. */
  Check verdict() {
    Faults faults = new Faults();
    bundle
        .file()
        .weighings()
        .forEach(
            weighing ->
                faults.unless(
                    weighing.called().size() <= Weighing.MOST
                        && weighing.again().equals(weighing.attribution()),
                    "a verdict does not follow from what was weighed"));
    return faults.check(
        "verdict",
        "由称量的清单与来电重新算出的概率与结论逐位相同",
        "probabilities and verdicts, computed again from the lists and calls that were weighed, are the stated ones to the bit");
  }
}
