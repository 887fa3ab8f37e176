package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class MangledTest {
  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  @Test
  void explore() throws Exception {
    LeakedTable leak = new Selection.Sample(30, 41).on(company.copy(Company.AGENT));
    StringBuilder out = new StringBuilder();
    out.append(leak.headings()).append(leak.rows().get(0)).append(leak.rows().get(1)).append('\n');
    for (Mangled form : Mangled.values()) {
      Path file = Files.write(folder.resolve(form + ".txt"), form.of(leak));
      Desk.Said said = desk.type("trace", file.toString(), "--json");
      if (said.out().isBlank()) {
        out.append(form + " exit " + said.exit() + " " + said.err() + "\n");
        continue;
      }
      JsonNode a = said.json();
      JsonNode best = a.get("candidates").isEmpty() ? null : a.get("candidates").get(0);
      out.append(
          form
              + " "
              + a.get("verdict")
              + " "
              + a.get("accused")
              + " "
              + a.get("rows")
              + " "
              + (best == null
                  ? ""
                  : best.get("party") + " " + best.get("bound") + " " + best.get("posterior"))
              + "\n");
    }
    Files.writeString(Path.of("/tmp/mangled.txt"), out.toString());
    assertThat(out.toString()).isNotEmpty();
  }
}
