package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The partner's commands, where they refuse. */
final class PartnerCommandTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void whatCannotBeMeantIsExplained() throws Exception {
    Desk desk = Homes.small(folder);
    String csr = write("no.csr", "nothing");
    desk.type("partner", "certify", "nobody", "--csr", csr, "--out", file("x.crt"))
        .ends(2)
        .because("no party");
    desk.type("partner", "certify", "ag-0001", "--csr", csr, "--out", file("x.crt"))
        .ends(4)
        .because("certification request");
    desk.type(
            "partner", "certify", "ag-0001", "--csr", csr, "--out", file("x.crt"), "--days", "398")
        .ends(2)
        .because("--days");
    desk.type("partner", "trust", "ag-0001", "--ca", csr).ends(4).because("X.509");
    desk.type("partner", "revoke", "12ab", "--why", "x").ends(2).because("serial");
    desk.type("partner", "suspend", "ag-0001", "--why", " ").ends(2).because("say why");
    assertThat(desk.json(0, "partner", "list").get("partners").size()).isZero();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
