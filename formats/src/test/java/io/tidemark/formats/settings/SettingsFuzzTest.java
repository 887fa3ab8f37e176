package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.authorise.Chain;
import io.tidemark.formats.condition.Canonical;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the bytes, a file is read or refused with {@link BadSettings}, never anything else. */
class SettingsFuzzTest {
  private static final List<String> PIECES =
      List.of("[", "]", "{", "}", ": ", "- ", "\n", "  ", "&a ", "*a", "!!int ", "|\n", "\"", "'");

  @FuzzTest(maxDuration = "30s")
  void bytesAreReadOrRefused(byte[] bytes) {
    readEveryWay(bytes);
  }

  @Property(tries = 300)
  void damagedGoodFilesAreReadOrRefused(@ForAll Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> good = Files.list(SettingsVectorsTest.VECTORS.resolve("good"))) {
      files = good.sorted().toList();
    }
    StringBuilder text =
        new StringBuilder(Files.readString(files.get(random.nextInt(files.size()))));
    for (int i = random.nextInt(8); i >= 0; i--) {
      damage(text, random);
    }
    readEveryWay(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 200)
  void anyTextIsReadOrRefused(@ForAll String text) {
    readEveryWay(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    switch (random.nextInt(3)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      default -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
    }
  }

  private static void readEveryWay(byte[] bytes) {
    SettingsFile file = SettingsFile.of("fuzz.yaml", bytes);
    attempt(() -> PolicyFile.read(file));
    attempt(() -> HeadingsFile.read(file));
    attempt(() -> ColumnsFile.read(file, SettingsVectorsTest.POLICY));
    for (ChainFile.Mode mode : ChainFile.Mode.values()) {
      attempt(
          () ->
              ChainFile.read(
                  file, Chain.EMPTY, SettingsVectorsTest.POLICY, SettingsVectorsTest.TODAY, mode));
    }
    attempt(() -> PlanFile.read(file, Chain.EMPTY, SettingsVectorsTest.POLICY, Canonical.FOLDED));
  }

  private static void attempt(Reading reading) {
    try {
      reading.read();
    } catch (BadSettings refused) {
      assertThat(refused.faults()).isNotEmpty().hasSizeLessThanOrEqualTo(Faults.MOST);
      assertThat(refused.faults()).allSatisfy(fault -> assertThat(fault.line()).isPositive());
    }
  }

  @FunctionalInterface
  private interface Reading {
    void read() throws BadSettings;
  }
}
