package io.tidemark.evidence;

import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.campaign.Campaigns;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.calls.source.Weighing;
import io.tidemark.ledger.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the case of calls is the answer of one recorded inquiry, and its numbers add up. */
record CallCaseChecks(CallBundle bundle) {
  /** As many parties as the attribution's entry names at most. */
  private static final int NAMED = 500;

  /** That the case is the one whose digest the attribution's entry recorded. */
  Check caseFile() {
    CallCase file = bundle.file();
    Faults faults = new Faults();
    Entry entry = bundle.ledger().entry(bundle.attribution(), "call-attribution").orElse(null);
    if (entry == null) {
      faults.add("the attribution's entry is missing");
    } else {
      faults.unlessSame(entry, "result", bundle.fileDigest());
      faults.unlessSame(entry, "case", file.id());
      faults.unlessSame(entry, "attempt", file.attempt());
      faults.unlessSame(entry, "campaigns", file.campaigns().size());
      faults.unless(
          entry
              .values("verdict")
              .equals(
                  file.together().map(all -> all.attribution().verdict().id()).stream().toList()),
          "the call-attribution's entry says another verdict");
      Set<String> weighed =
          file.weighings()
              .flatMap(weighing -> weighing.attribution().accused().stream())
              .map(CallAttribution.Candidate::party)
              .collect(Collectors.toSet());
      List<String> named = entry.values("weighed");
      faults.unless(
          weighed.containsAll(named)
              && new HashSet<>(named).size() == Math.min(NAMED, weighed.size()),
          "the entry and the case name others");
    }
    return faults.check(
        "case",
        "案件结果与账本中记下的摘要一致，事后未改",
        "the result is the one whose digest was recorded in the ledger");
  }

  /** That it answers the inquiry that was recorded, about this material. */
  Check inquiry() {
    CallCase file = bundle.file();
    Faults faults = new Faults();
    Entry entry = bundle.ledger().entry(bundle.inquiry(), "inquiry").orElse(null);
    if (entry == null) {
      faults.add("the inquiry's entry is missing");
    } else {
      faults.unlessSame(entry, "case", file.id());
      faults.unlessSame(entry, "attempt", file.attempt());
      faults.unlessSame(entry, "material", CaseFile.Material.digest(file.material()));
      faults.unlessSame(entry, "calls", file.calls());
    }
    long inquiries = bundle.ledger().count("inquiry");
    faults.unless(inquiries == 1, "the bundle shows " + inquiries + " inquiries, not one");
    faults.unless(
        bundle.inquiry() < bundle.attribution(), "the inquiry is recorded after its answer");
    return faults.check(
        "inquiry",
        "结果所答的正是账本中记下的那次询问：案件、次数、材料摘要、来电数都相同",
        "the result answers the recorded inquiry: the same case, attempt, digests of the material and number of calls");
  }

  /** That kept reports, where it rests on any, are those that were opened for it. */
  Check reports() {
    CallCase file = bundle.file();
    Faults faults = new Faults();
    List<CaseFile.Material> kept = kept(file, true);
    long shown = bundle.ledger().count("call-reports-opened");
    faults.unless(kept.size() <= 1, "kept reports are listed twice");
    faults.unless(
        kept.isEmpty() == file.opened().isEmpty() && shown == kept.size(),
        "the case and the ledger do not agree whether kept reports were opened");
    if (!kept.isEmpty() && file.opened().isPresent()) {
      long index = file.opened().getAsLong();
      Optional<Entry> entry = bundle.ledger().entry(index, "call-reports-opened");
      faults.unless(
          entry.isPresent() && index < bundle.inquiry(),
          "no entry of before the inquiry says that kept reports were opened");
      entry.ifPresent(opened -> faults.unlessSame(opened, "material", kept.get(0).sha256()));
    }
    return faults.check(
        "reports",
        kept.isEmpty() ? "本案未用保存的举报" : "所用的保存举报正是询问之前依账目打开的那一批",
        kept.isEmpty()
            ? "the case rests on no kept reports"
            : "the kept reports are those that were opened under an entry of before the inquiry");
  }

  /** The material that is kept reports, or what is none. */
  static List<CaseFile.Material> kept(CallCase file, boolean reports) {
    return file.material().stream()
        .filter(one -> one.name().equals(CallCase.KEPT_REPORTS) == reports)
        .toList();
  }

  /** That each campaign's chance follows from its counts, and is small enough to be told. */
  Check campaigns() {
    CallCase file = bundle.file();
    Faults faults = new Faults();
    faults.unless(
        file.about() + file.consented() <= file.calls() && file.people() <= file.calls(),
        "more calls or people count than there are calls");
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < file.campaigns().size(); i++) {
      Campaign campaign = file.campaigns().get(i).campaign();
      String name = "campaign " + (i + 1);
      faults.unless(
          campaign.within() <= campaign.calls()
              && campaign.share() > 0
              && campaign.share() < 1
              && campaign.logChance() == campaign.logChanceAgain(),
          "the chance of " + name + " does not follow from its counts");
      faults.unless(
          campaign.logExpected() <= Math.log(Campaigns.WRONG), name + " may well be chance");
      faults.unless(last <= campaign.logChance(), name + " is surer than the one before it");
      faults.unless(
          !campaign.callers().isEmpty()
              && campaign.people() <= file.people()
              && campaign.firstDay() <= campaign.lastDay(),
          name + " has no callers, called more people than the case, or ends before it begins");
      Optional<Weighing> source = file.campaigns().get(i).source();
      faults.unless(
          source
              .filter(one -> one.called().size() != Math.min(Weighing.MOST, campaign.people()))
              .isEmpty(),
          name + " is weighed by other people than it called");
      last = campaign.logChance();
    }
    faults.unless(
        file.together().filter(all -> all.called().size() > file.people()).isEmpty(),
        "more people are weighed than were called");
    return faults.check(
        "campaigns",
        "每个活动的概率由其计数重新算出，逐位相同，且小到足以说出",
        "the chance of each campaign, computed again from its counts, is the stated one to the bit, and small enough to be told");
  }
}
