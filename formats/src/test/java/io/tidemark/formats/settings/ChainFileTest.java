package io.tidemark.formats.settings;

import static io.tidemark.formats.settings.SettingsVectorsTest.POLICY;
import static io.tidemark.formats.settings.SettingsVectorsTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Policy;
import io.tidemark.formats.settings.ChainFile.Applied;
import io.tidemark.formats.settings.ChainFile.Mode;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Language;
import io.tidemark.terms.PartyKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChainFileTest {
  private static final String GRANT =
      """
      grants:
        - {to: ag-0001, purpose: renewal-service, columns: [姓名], people_at_most: 10,
           until: 2027-01-01, approved_by: [chen.wei]}
      """;

  private Chain founded = Chain.EMPTY;

  @BeforeEach
  void found() throws BadSettings, IOException {
    founded = SettingsVectorsTest.contract();
  }

  @Test
  void theFoundingActIsReadAsItIsWritten() {
    assertThat(founded.party("ag-0001"))
        .hasValueSatisfying(
            party -> {
              assertThat(party.kind()).isEqualTo(PartyKind.AGENT);
              assertThat(party.parent()).contains("br-01");
              assertThat(party.name()).isEqualTo("锦程代理");
            });
    assertThat(founded.person("liu.min").orElseThrow().duties())
        .containsExactly(Duty.PROTECTION_OFFICER);
    Grant grant = founded.grants().get(0);
    assertThat(grant.columns())
        .containsExactly(
            FieldClass.NAME,
            FieldClass.MOBILE,
            FieldClass.PLATE,
            FieldClass.MODEL,
            FieldClass.ADDRESS,
            FieldClass.EXPIRY);
    assertThat(grant.forms()).isEqualTo(Map.of(FieldClass.MOBILE, Form.PLAIN));
    assertThat(grant.peopleAtMost()).isEqualTo(5000);
    assertThat(grant.until()).isEqualTo(LocalDate.of(2027, 12, 31));
    assertThat(grant.approvers()).isEqualTo(Set.of("liu.min", "chen.wei"));
    assertThat(grant.usableOn(TODAY)).isTrue();
  }

  @Test
  void anAppliedGrantWaitsForItsApproversAndMayNameWhoWasThereBefore() throws BadSettings {
    Applied applied = apply(founded, GRANT);
    assertThat(applied.grants()).hasSize(1);
    Grant grant = applied.grants().get(0);
    assertThat(grant.state()).isEqualTo(Grant.State.PROPOSED);
    assertThat(grant.approved()).isEmpty();
    assertThat(applied.chain().grants()).hasSize(2).contains(grant);
    assertThat(applied.changes())
        .singleElement()
        .satisfies(
            words -> {
              assertThat(words.zh()).contains("新增授权", grant.id().text(), "待批准");
              assertThat(words.en()).contains("adds grant", "ag-0001", "proposed");
            });
  }

  @Test
  void applyingAFileAgainChangesNothing() throws BadSettings {
    Chain once = apply(founded, GRANT).chain();
    Applied again = apply(once, GRANT);
    assertThat(again.changes()).isEmpty();
    assertThat(again.chain()).isEqualTo(once);
  }

  @Test
  void aRevokedGrantCanBeProposedAnew() throws BadSettings {
    Grant old = apply(founded, GRANT).grants().get(0);
    Grant revoked = old.revoked();
    Chain chain = new Chain(founded.parties(), founded.people(), List.of(revoked));
    assertThat(apply(chain, GRANT).grants()).hasSize(1);
  }

  @Test
  void partiesAndPeopleAreAddedOrChangedAndTheRestStays() throws BadSettings {
    Applied applied =
        apply(
            founded,
            """
            parties:
              - {id: br-01, kind: branch, parent: hq, name: 成都中心支公司}
              - {id: ag-0002, kind: agent, parent: br-01, name: 二号代理}
            people:
              - {id: chen.wei, party: hq, duties: [approver, second-approver]}
            """);
    assertThat(applied.parties()).extracting("id").containsExactly("br-01", "ag-0002");
    assertThat(applied.people()).extracting("id").containsExactly("chen.wei");
    assertThat(applied.chain().parties()).hasSize(4);
    assertThat(applied.chain().party("br-01").orElseThrow().name()).isEqualTo("成都中心支公司");
    assertThat(applied.chain().grants()).isEqualTo(founded.grants());
    assertThat(applied.changes())
        .extracting(words -> words.en().replaceFirst(" \\(.*", ""))
        .containsExactly("changes party br-01", "adds party ag-0002", "changes person chen.wei");
  }

  @Test
  void theKindOfAnExistingPartyStays() {
    BadSettings refusal = refusal("parties:\n  - {id: ag-0001, kind: department, name: 锦程代理}\n");
    assertThat(refusal.faults()).extracting(Fault::name).containsExactly("ag-0001");
  }

  @Test
  void aParentChangedInAFileCannotCloseACycleWithTheChain() {
    BadSettings refusal =
        refusal("parties:\n  - {id: hq, kind: insurer, parent: ag-0001, name: 总公司}\n");
    assertThat(refusal.faults())
        .extracting(Fault::line, Fault::name)
        .containsExactly(tuple(2, "hq"));
  }

  @Test
  void aLongChainOfParentsIsNoCycle() throws BadSettings {
    StringBuilder file = new StringBuilder("parties:\n  - {id: p0, kind: branch, name: x}\n");
    for (int i = 1; i < 5_000; i++) {
      file.append("  - {id: p%d, kind: branch, parent: p%d, name: x}\n".formatted(i, i - 1));
    }
    assertThat(apply(Chain.EMPTY, file.toString()).parties()).hasSize(5_000);
  }

  @Test
  void aFaultIsSaidInBothLanguages() {
    BadSettings refusal = refusal(GRANT.replace("ag-0001", "ag-9"));
    Fault fault = refusal.faults().get(0);
    assertThat(fault.in(Language.ZH)).isEqualTo("第 2 行第 10 列：ag-9：没有这样的当事方");
    assertThat(fault.in(Language.EN)).isEqualTo("line 2, column 10: ag-9: unknown party");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedUnread() {
    byte[] large = new byte[SettingsFile.MOST_BYTES + 1];
    BadSettings refusal =
        Optional.ofNullable(
                catchThrowableOfType(
                    BadSettings.class, () -> PolicyFile.read(SettingsFile.of("big", large))))
            .orElseThrow();
    assertThat(refusal.faults())
        .extracting(f -> f.words().en())
        .containsExactly("the file is larger than 16 MiB");
  }

  @Test
  void aChannelThatThePolicyForbidsIsNamedWithWhatToDo() throws BadSettings {
    Policy policy =
        PolicyFile.read(
            SettingsFile.of(
                "policy.yaml",
                PolicyFile.builtInFile()
                    .text()
                    .replace("people: 50000\n", "people: 50000\n      channels: [api, screen]\n")));
    String grant = GRANT.replace("people_at_most", "channels: [api, file], people_at_most");
    BadSettings refusal =
        Optional.ofNullable(
                catchThrowableOfType(BadSettings.class, () -> apply(policy, founded, grant)))
            .orElseThrow();
    assertThat(refusal.faults())
        .extracting(Fault::line, Fault::name)
        .containsExactly(tuple(2, "file"));
    assertThat(refusal).hasMessageContaining("c.yaml");
    assertThat(refusal.faults().get(0).words().en())
        .contains("does not let it leave as a file", "it allows: api, screen", "Take the channel");
    assertThat(refusal.faults().get(0).words().zh()).contains("文件", "可用：api, screen");
    assertThat(apply(policy, founded, grant.replace("[api, file]", "[api]")).grants()).hasSize(1);
    assertThat(apply(policy, founded, GRANT).grants()).as("a silent grant").hasSize(1);
    assertThat(apply(founded, grant).grants()).as("a silent policy").hasSize(1);
  }

  private Applied apply(Chain chain, String text) throws BadSettings {
    return apply(POLICY, chain, text);
  }

  private static Applied apply(Policy policy, Chain chain, String text) throws BadSettings {
    return ChainFile.read(SettingsFile.of("c.yaml", text), chain, policy, TODAY, Mode.PROPOSED);
  }

  private BadSettings refusal(String text) {
    return Optional.ofNullable(catchThrowableOfType(BadSettings.class, () -> apply(founded, text)))
        .orElseThrow();
  }
}
