package io.tidemark.formats.settings;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.formats.condition.Canonical;
import java.util.List;

/** {@code plan.yaml}: many releases in one run. */
public final class PlanFile {
  private PlanFile() {}

  /**
   * The releases in the order of the file, at least one; paths as they are written, so relative
   * ones hang from the working directory.
   *
   * @param chain whose parties may receive
   * @param policy whose purposes may be named
   * @param canonical how values in conditions are spelled in custody
   * @throws BadSettings with every mistake
   */
  public static List<PlannedRelease> read(
      SettingsFile file, Chain chain, Policy policy, Canonical canonical) throws BadSettings {
    Faults faults = new Faults(file.name());
    Value root = PlainYaml.root(file, faults);
    List<PlannedRelease> releases = new PlanReader(chain, policy, canonical).read(root);
    faults.check();
    return releases;
  }
}
