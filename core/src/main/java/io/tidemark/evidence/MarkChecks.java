package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.DisclosureId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that were read in pictures and documents: whose they are, and what they may say. That
 * a file carries its number can be repeated by the home's key alone, which no bundle holds.
 */
record MarkChecks(Bundle bundle) {
  /** How a screen's number names who looked: by the sign-in that began the session. */
  private static final String SCREEN = "sign-in";

  /** The kinds of entries by which a number is given out to somebody. */
  private static final List<String> GIVEN = List.of("copy-marked", "buyer-copy");

  /** That each number was given to the party before the inquiry, by an entry of the ledger. */
  Check given() {
    List<CaseFile.Mark> marks = bundle.file().marks();
    if (marks.isEmpty()) {
      return Check.tells(
          "marks",
          true,
          "本案没有凭图片或文件里的编号",
          "no number of a picture or a document counts in this case");
    }
    Faults faults = new Faults();
    for (CaseFile.Mark mark : marks) {
      boolean tied =
          mark.disclosure()
              .map(id -> ofDisclosure(mark, id))
              .orElseGet(() -> own(mark) || ofScreen(mark));
      faults.unless(
          tied && mark.entry() < bundle.inquiry(),
          "the ledger does not say that the number " + mark.number() + " is of " + mark.party());
    }
    return faults.check(
        "marks",
        "读出的每个编号在追溯之前已由台账记给所说的一方；文件里确有此编号，只有本库的密钥能重读，证据包证明的是读数当时已记下、事后未改",
        "each number that was read was the stated party's by the ledger before the inquiry; that a"
            + " file carries it can be read again with the home's key only: the bundle proves that"
            + " the reading was recorded then and not changed since");
  }

  private boolean ofDisclosure(CaseFile.Mark mark, String id) {
    return bundle
        .entry(mark.entry(), "disclosure")
        .filter(entry -> says(entry, "disclosure", id) && says(entry, "to", mark.party()))
        .filter(entry -> number(id).equals(Optional.of(mark.number())))
        .isPresent();
  }

  private static Optional<CopyNumber> number(String disclosure) {
    try {
      return Optional.of(CopyNumber.of(new DisclosureId(disclosure)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean own(CaseFile.Mark mark) {
    return GIVEN.stream()
        .flatMap(kind -> bundle.entry(mark.entry(), kind).stream())
        .anyMatch(
            entry ->
                says(entry, "mark", mark.number().toString())
                    && (says(entry, "to", mark.party()) || says(entry, "request", mark.party())));
  }

  /**
   * Which minute the number says, and that it is this session's, the home's key alone can repeat.
   */
  private boolean ofScreen(CaseFile.Mark mark) {
    return bundle
        .entry(mark.entry(), SCREEN)
        .filter(entry -> says(entry, "actor", mark.party()))
        .isPresent();
  }

  private static boolean says(Entry entry, String key, String value) {
    return entry.value(key).equals(Optional.of(value));
  }

  /** Whether the verdict stands behind those numbers that may name somebody, and no others. */
  void verdict(Faults faults, boolean named) {
    for (CaseFile.Mark mark : bundle.file().marks()) {
      boolean names =
          named && mark.bound() <= bundle.file().threshold() && !mark.contradicted() && !late(mark);
      faults.unless(
          mark.accused() == names && mark.bound() > 0 && mark.held() <= mark.rows(),
          "the verdict and the number " + mark.number() + " do not agree");
    }
  }

  /** Whether the number was given out after the material was seen. */
  private boolean late(CaseFile.Mark mark) {
    Optional<Instant> seen = bundle.file().seen();
    ProvedEntry entry = bundle.ledger().entries().get(mark.entry());
    try {
      return seen.isPresent()
          && entry != null
          && entry.entry().value("time").map(Instant::parse).stream()
              .anyMatch(time -> !time.isBefore(seen.get()));
    } catch (DateTimeException e) {
      return true;
    }
  }
}
