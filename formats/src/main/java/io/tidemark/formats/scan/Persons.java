package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.PersonalText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for people and vehicles: what stands together is about one, and one whose number was met
 * before keeps that number. It holds the numbers as long as a scan runs, at most {@link #MOST} of
 * them; behind that, what stands together still belongs together. Not thread-safe.
 */
final class Persons {
  /** How many numbers are held. */
  static final int MOST = 2_000_000;

  private final Map<Known, Long> known = new HashMap<>();
  private long last;

  private record Known(FoundClass found, PersonalText value) {}

  /** The number for findings that stand together; 0 where nothing of them tells anybody. */
  long of(List<Finding> together) {
    long person = 0;
    boolean named = false;
    for (Finding finding : together) {
      named |= finding.found() == FoundClass.NAME;
      Long met = identifies(finding) ? known.get(key(finding)) : null;
      person = met != null && (person == 0 || met < person) ? met : person;
    }
    if (person == 0 && (named || together.stream().anyMatch(Persons::identifies))) {
      person = ++last;
    }
    for (Finding finding : together) {
      if (identifies(finding) && known.size() < MOST) {
        known.putIfAbsent(key(finding), person);
      }
    }
    return person;
  }

  private static Known key(Finding finding) {
    FoundClass found =
        finding.found() == FoundClass.IDENTITY_NUMBER_15
            ? FoundClass.IDENTITY_NUMBER
            : finding.found();
    return new Known(found, finding.value());
  }

  /** Whether it tells one person or vehicle from all others. */
  static boolean identifies(Finding finding) {
    return finding.form() == Finding.Form.WHOLE
        && switch (finding.found()) {
          case IDENTITY_NUMBER,
              IDENTITY_NUMBER_15,
              RESIDENCE_PERMIT,
              PASSPORT,
              TRAVEL_PERMIT,
              MOBILE,
              PLATE,
              VIN,
              POLICY_NUMBER,
              BANK_CARD,
              EMAIL,
              WECHAT ->
              true;
          default -> false;
        };
  }
}
