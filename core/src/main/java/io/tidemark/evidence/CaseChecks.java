package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether the case file is the answer of one recorded inquiry, and its rows add up. */
record CaseChecks(Bundle bundle) {
  /** That the case file is the one whose digest the attribution's entry recorded. */
  Check caseFile() {
    CaseFile file = bundle.file();
    Faults faults = new Faults();
    Entry entry = bundle.entry(bundle.attribution(), "attribution").orElse(null);
    if (entry == null) {
      faults.add("the attribution's entry is missing");
    } else {
      faults.unlessSame(entry, "result", bundle.fileDigest());
      faults.unlessSame(entry, "case", file.id());
      faults.unlessSame(entry, "attempt", file.attempt());
      faults.unlessSame(entry, "verdict", file.verdict());
      faults.unlessSame(entry, "candidates", file.candidates());
      faults.unlessSame(entry, "threshold", file.threshold());
      faults.unless(
          file.accused().equals(new TreeSet<>(entry.values("accused"))),
          "the entry and the case file accuse others");
    }
    return faults.check(
        "case",
        "案件结果与账本中记下的摘要一致，事后未改",
        "the result is the one whose digest was recorded in the ledger");
  }

  /** That it answers the inquiry that was recorded, about this material. */
  Check inquiry() {
    CaseFile file = bundle.file();
    Faults faults = new Faults();
    Entry entry = bundle.entry(bundle.inquiry(), "inquiry").orElse(null);
    if (entry == null) {
      faults.add("the inquiry's entry is missing");
    } else {
      faults.unlessSame(entry, "case", file.id());
      faults.unlessSame(entry, "attempt", file.attempt());
      faults.unlessSame(entry, "material", CaseFile.Material.digest(file.material()));
      faults.unlessSame(entry, "rows", file.rows().read());
      faults.unless(
          entry
              .values("seen")
              .equals(file.seen().map(seen -> List.of(seen.toString())).orElse(List.of())),
          "the inquiry's entry says another seen");
    }
    long inquiries = bundle.ledger().count("inquiry");
    faults.unless(inquiries == 1, "the bundle shows " + inquiries + " inquiries, not one");
    faults.unless(
        bundle.inquiry() < bundle.attribution(), "the inquiry is recorded after its answer");
    return faults.check(
        "inquiry",
        "结果所答的正是账本中记下的那次追溯：案件、次数、材料摘要、行数、出现时间都相同",
        "the result answers the recorded inquiry: the same case, attempt, digests of the material, rows read and time of sighting");
  }

  /** That the rows add up and none counts twice. */
  Check rows() {
    CaseFile file = bundle.file();
    CaseFile.Rows rows = file.rows();
    Faults faults = new Faults();
    long listed = (long) file.leak().size() + file.honey().size();
    faults.unless(listed == rows.matched(), "other rows are listed than were matched");
    faults.unless(
        rows.matched() <= rows.read() && rows.foreign() == rows.read() - rows.matched(),
        "the rows matched and foreign are not those read");
    Set<Long> numbers = new HashSet<>();
    Stream.concat(
            file.leak().stream().map(CaseFile.LeakRow::number),
            file.honey().stream().map(CaseFile.HoneyRow::number))
        .forEach(
            number -> {
              faults.unless(numbers.add(number), "row " + number + " is listed twice");
              faults.unless(
                  number >= 1 && number <= rows.read(), "row " + number + " was not read");
            });
    for (CaseFile.HoneyRow row : file.honey()) {
      faults.unless(
          new HashSet<>(row.invented()).size() == row.invented().size(),
          "row " + row.number() + " counts twice for a honey customer");
    }
    return faults.check("rows", "行数相加相符，每一行只计一次", "the rows add up, and each counts once");
  }
}
