package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A disk that is full leaves nothing half-written. Needs the right to mount a small disk. */
final class FullDiskTest {
  @TempDir private Path folder = Path.of(".");

  /** A small disk in memory, mounted on a folder of the test. */
  private record Disk(Path at) implements AutoCloseable {
    static Disk of(Path at, String size) throws Exception {
      Files.createDirectories(at);
      int status = run("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=700", "tmpfs", at);
      Assumptions.assumeTrue(status == 0, "a small disk cannot be mounted here: skipped");
      return new Disk(at);
    }

    private static int run(Object... command) throws Exception {
      List<String> line = java.util.Arrays.stream(command).map(String::valueOf).toList();
      return new ProcessBuilder(line)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }

    void fill() throws Exception {
      run("dd", "if=/dev/zero", "of=" + at.resolve("filler"), "bs=4k");
    }

    @Override
    public void close() throws Exception {
      run("umount", at);
    }
  }

  @Test
  void aCopyThatDoesNotFitIsNotThereAndIsRecordedAsNotDelivered() throws Exception {
    Company company = Company.get();
    int before = Ledgers.of(company.held).values("non-delivery", "disclosure").size();
    try (Disk disk = Disk.of(folder.resolve("disk"), "16k")) {
      company
          .desk
          .type(
              "disclose",
              "--to",
              "dp-renewal",
              "--purpose",
              "renewal-service",
              "--columns",
              "姓名,手机号,车牌号,厂牌型号,地址,终保日期",
              "--subjects",
              company.file("subjects/dp-renewal.csv"),
              "--out",
              disk.at().resolve("copy.csv").toString())
          .ends(5)
          .because("No space left");
      assertThat(disk.at()).isEmptyDirectory();
    }
    assertThat(Ledgers.of(company.held).values("non-delivery", "disclosure")).hasSize(before + 1);
  }

  @Test
  void aPlanOfWhichOneCopyDoesNotFitReleasesTheOthersAndSaysWhich() throws Exception {
    Company company = Company.get();
    try (Disk disk = Disk.of(folder.resolve("disk"), "16k")) {
      String item =
          "- {to: dp-renewal, purpose: renewal-service, columns: [姓名, 手机号, 车牌号, 厂牌型号, 地址, 终保日期],"
              + " subjects: %s, out: %s}\n";
      String subjects = company.file("subjects/dp-renewal.csv");
      Path full = disk.at().resolve("copy.csv");
      Path roomy = folder.resolve("roomy.csv");
      Path plan = folder.resolve("plan.yaml");
      Files.writeString(
          plan, String.format(item, subjects, full) + String.format(item, subjects, roomy));
      JsonNode answer = company.desk.json(5, "disclose", "--plan", plan.toString());
      assertThat(answer.get("unwritten")).hasSize(1);
      assertThat(answer.get("unwritten").get(0).asString()).isEqualTo(full.toString());
      assertThat(answer.get("disclosures")).hasSize(1);
      assertThat(roomy).exists();
      assertThat(disk.at()).isEmptyDirectory();
    }
  }

  @Test
  void aDepositThatDoesNotFitIsAllOrNothing() throws Exception {
    Company company = Company.get();
    try (Disk disk = Disk.of(folder.resolve("disk"), "160m")) {
      Desk desk = Homes.small(disk.at());
      try (Home held = Home.open(desk.home(), System.getenv())) {
        assertThat(held.journal().size()).isEqualTo(2);
        disk.fill();
        desk.type("deposit", company.file("portfolio.csv")).ends(5).because();
        Files.delete(disk.at().resolve("filler"));
      }
      assertThat(desk.type("ledger", "fsck").ends(0).out()).contains("the ledger is sound");
      JsonNode again = desk.json(0, "deposit", company.file("portfolio.csv"));
      assertThat(again.get("accepted").asInt()).isGreaterThan(600);
      assertThat(Folders.files(desk.home())).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }
}
