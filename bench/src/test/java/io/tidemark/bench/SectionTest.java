package io.tidemark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionTest {
  private static final Section CUSTODY = new Section("custody", 1);
  private static final Section TRACING = new Section("tracing", 1);

  @Test
  void aNewSectionGoesToTheEnd() {
    assertThat(CUSTODY.in("# Title\n", "figures"))
        .isEqualTo(
            "# Title\n\n<!-- bench:custody:begin -->\nfigures\n<!-- bench:custody:end -->\n");
  }

  @Test
  void anotherRunReplacesItsOwnSectionOnly() {
    String both = TRACING.in(CUSTODY.in("# Title\n", "old $1"), "stays");
    String again = CUSTODY.in(both, "new $1 \\");
    assertThat(again).isEqualTo(both.replace("old $1", "new $1 \\")).contains("stays");
    assertThat(CUSTODY.in(again, "new $1 \\")).isEqualTo(again);
  }

  @Test
  void linesThatWereAskedAgainStandWhereTheyStoodWithTheCodeThatTheyAreOf() {
    String table = "## x\n\n| what | ours |\n|---|---|\n| a \\| b | 1 |\n| a | 2 |\n\n- remark";
    String document = TRACING.in(CUSTODY.in("# Title\n", table), table);

    String amended = CUSTODY.amended(document, List.of("| a | 3 |", "| c | 4 |"), "of 1234567");

    assertThat(amended)
        .isEqualTo(
            TRACING.in(
                CUSTODY.in(
                    "# Title\n",
                    table.replace("| a | 2 |", "| a | 3, of 1234567 |\n| c | 4, of 1234567 |")),
                table));
    assertThat(CUSTODY.amended(amended, List.of("| a | 2 |"), "of 7654321"))
        .isEqualTo(amended.replace("| a | 3, of 1234567 |", "| a | 2, of 7654321 |"));
  }

  @Test
  void whereNoRunWasWholeNothingIsWritten(@TempDir Path folder) throws IOException {
    Path document = folder.resolve("benchmarks.md");
    assertThat(CUSTODY.amend(document, List.of("| a | 3 |"), "of 1234567")).isFalse();
    assertThat(document).doesNotExist();
  }

  @Test
  void theDocumentIsMadeAndFoundFromAnywhereInTheTree(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("app/target"));
    assertThat(Section.document(deep)).isEmpty();
    Files.createDirectories(folder.resolve("docs"));
    Files.createFile(folder.resolve("pom.xml"));
    Path document = Section.document(deep).orElseThrow();
    CUSTODY.write(document, "figures");
    assertThat(document).isEqualTo(folder.resolve("docs/benchmarks.md").toAbsolutePath());
    assertThat(document).content().startsWith("# Benchmarks").contains("figures");
    try (var files = Files.list(folder.resolve("docs"))) {
      assertThat(files).hasSize(1);
    }
  }
}
