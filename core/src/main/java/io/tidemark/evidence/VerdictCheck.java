package io.tidemark.evidence;

import io.tidemark.trace.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/** Whether the verdict follows from the bounds, the threshold and the times. */
record VerdictCheck(Bundle bundle) {
  Check check() {
    CaseFile file = bundle.file();
    boolean named = is(Verdict.NAMED);
    Faults faults = new Faults();
    for (CaseFile.Ranked ranked : file.ranking()) {
      faults.unless(
          !named || ranked.accused() == ranked.bound() <= file.threshold(),
          "the verdict and the bound of " + ranked.party() + " do not agree");
    }
    new MarkChecks(bundle).verdict(faults, named);
    if (is(Verdict.PROBABLE)) {
      bundle.accused().stream()
          .filter(this::onlyLate)
          .forEach(one -> faults.add("all that " + one.party() + " holds it received too late"));
    }
    Set<String> accused = file.accused();
    boolean silent = is(Verdict.CANNOT_SEPARATE) || is(Verdict.INCONCLUSIVE);
    faults.unless(
        silent ? accused.isEmpty() : !accused.isEmpty(),
        "the verdict does not stand behind those that it accuses");
    faults.unless(Arrays.stream(Verdict.values()).anyMatch(this::is), "there is no such verdict");
    return faults.check(
        "verdict", "结论与界限、门槛相符", "the verdict follows from the bounds and the threshold");
  }

  private boolean is(Verdict verdict) {
    return bundle.file().verdict().equals(verdict.id());
  }

  /** Whether nothing that the party holds was recorded before the material was seen. */
  private boolean onlyLate(Accused accused) {
    return bundle
        .file()
        .seen()
        .filter(
            seen ->
                accused.copies().stream()
                    .flatMap(copy -> bundle.disclosure(copy).stream())
                    .flatMap(entry -> entry.value("time").stream())
                    .noneMatch(time -> before(time, seen)))
        .isPresent();
  }

  private static boolean before(String time, Instant seen) {
    try {
      return Instant.parse(time).isBefore(seen);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
