package io.tidemark.evidence;

import java.util.List;
import java.util.Optional;

/**
 * Whether the files that somebody shows are those of the case.
 *
 * @param listed the case's
 */
record MaterialCheck(List<CaseFile.Material> listed) {
  /** That the files were shown and are those of the case. */
  Check check(Optional<List<CaseFile.Material>> shown) {
    if (shown.isEmpty()) {
      return Check.tells(
          "material",
          false,
          "没有出示本案的文件（--material）：无人将其与所列摘要核对，未列出的行无从得知",
          "the leaked files were not shown (--material): nobody compared them with the listed digests, and rows left out of the case would not be noticed");
    }
    Faults faults = new Faults();
    faults.unless(
        CaseFile.Material.digest(shown.get()).equals(CaseFile.Material.digest(listed)),
        "the files that were shown are not those of the case");
    return faults.check(
        "material", "出示的文件正是本案所列的材料", "the files that were shown are those that the case lists");
  }
}
