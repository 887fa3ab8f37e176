package io.tidemark.formats.bundle;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.HoneyRow;
import io.tidemark.evidence.CaseFile.LeakRow;
import io.tidemark.evidence.CaseFile.Material;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.evidence.CaseFile.Rows;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Commitment;
import io.tidemark.vault.Commitment.Item;
import io.tidemark.vault.Commitment.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small case with every kind of thing in it. */
public final class SampleCase {
  /** Personal values that no report may show. */
  public static final List<String> PERSONAL =
      List.of("欧阳样本", "13800138000", "苏州市吴中区样本路 1 号", "13900139000");

  private SampleCase() {}

  /** The case with this verdict; its first candidate is accused when somebody is named. */
  public static CaseFile of(String verdict) {
    boolean named = verdict.equals("named");
    return new CaseFile(
        "c-0123456789abcdef",
        1,
        List.of(new Material("for sale <list> & more.csv", Digest.sha256("leak"))),
        new Rows(1_400, 12, 1_388),
        verdict,
        1_000,
        1e-6,
        0.125,
        Optional.of(Instant.parse("2026-10-01T16:00:00Z")),
        List.of(
            ranked("dealer-7", Optional.of("d-0123456789abcdef"), 2.3e-10, named),
            ranked("agency-2", Optional.empty(), 0.7, false),
            ranked("branch-1", Optional.empty(), Double.POSITIVE_INFINITY, false)),
        List.of(row()),
        List.of(
            new HoneyRow(
                77,
                Map.of(FieldClass.MOBILE, PersonalText.of(PERSONAL.get(3))),
                List.of(new CaseFile.Invented("d-0123456789abcdef", 2)))));
  }

  private static Ranked ranked(
      String party, Optional<String> disclosure, double bound, boolean accused) {
    return new Ranked(
        party,
        disclosure,
        30.25,
        Math.PI,
        4,
        8,
        bound,
        accused ? 0.999 : 0.1,
        12,
        accused ? 0 : 2,
        accused ? Set.of() : Set.of(FieldClass.VIN, FieldClass.MOBILE),
        accused);
  }

  private static LeakRow row() {
    Item closed = new Item("NAME", Digest.sha256("closed"), Optional.empty());
    Opening opening = new Opening(new byte[16], PERSONAL.get(1));
    Item open = new Item("MOBILE", Digest.sha256("open"), Optional.of(opening));
    Map<FieldClass, PersonalText> cells =
        Map.of(
            FieldClass.MOBILE, PersonalText.of(PERSONAL.get(1)),
            FieldClass.ADDRESS, PersonalText.of(PERSONAL.get(2)));
    PersonalText whole = PersonalText.of(PERSONAL.get(0) + "\t\"𠮷\"\u0001");
    return new LeakRow(3, cells, whole, List.of(new Commitment(List.of(closed, open))));
  }
}
