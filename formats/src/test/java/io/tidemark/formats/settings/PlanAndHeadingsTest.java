package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tidemark.formats.condition.BadCondition;
import io.tidemark.formats.condition.Canonical;
import io.tidemark.formats.condition.Conditions;
import io.tidemark.terms.FieldClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanAndHeadingsTest {
  @Test
  void aPlansReleasesComeInItsOrder() throws BadSettings, BadCondition, IOException {
    List<PlannedRelease> plan =
        PlanFile.read(
            good("plan-contract.yaml"),
            SettingsVectorsTest.contract(),
            SettingsVectorsTest.POLICY,
            Canonical.FOLDED);
    assertThat(plan).extracting(PlannedRelease::to).containsExactly("ag-0001", "br-01");
    PlannedRelease listed = plan.get(0);
    assertThat(listed.line()).isEqualTo(1);
    assertThat(listed.columns()).hasSize(6).startsWith(FieldClass.NAME, FieldClass.MOBILE);
    assertThat(listed.subjects()).contains(Path.of("ag-0001-policies.csv"));
    assertThat(listed.where()).isEmpty();
    assertThat(listed.out()).isEqualTo(Path.of("out/ag-0001.csv"));
    PlannedRelease chosen = plan.get(1);
    assertThat(chosen.line()).isEqualTo(2);
    assertThat(chosen.purpose()).isEqualTo("claims");
    assertThat(chosen.subjects()).isEmpty();
    assertThat(chosen.where()).contains(Conditions.parse("终保日期 2026-12-01..2026-12-31 and 业务员=张伟"));
  }

  @Test
  void headingsMapToFieldsAndSeveralMayMeanOne() throws BadSettings, IOException {
    assertThat(HeadingsFile.read(good("headings-mapped.yaml")))
        .containsExactly(
            entry("客户", FieldClass.NAME),
            entry("联系电话", FieldClass.MOBILE),
            entry("移动电话", FieldClass.MOBILE));
  }

  private static SettingsFile good(String name) throws IOException {
    return SettingsFile.open(SettingsVectorsTest.VECTORS.resolve("good").resolve(name));
  }
}
