package io.tidemark.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.app.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes of the place: it is read, or refused with a reason. */
class ResumeFuzzTest {
  private static final String DATABASE = "jdbc:postgresql://h/d";

  @TempDir private Path folder = Path.of(".");

  @FuzzTest(maxDuration = "20s")
  void anyBytesAreReadOrRefused(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("place", ".json");
    try {
      Files.write(file, bytes);
      assertThat(Resume.in(file, DATABASE).rows("t")).isNotNegative();
    } catch (Stop refused) {
      assertThat(refused.words().en()).contains("the place in");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"database\":\"jdbc:postgresql://h/d\",\"done\":[],\"table\":\"t\",\"rows\":-1}",
        "{\"database\":\"jdbc:postgresql://h/d\",\"done\":[],\"table\":\"t\",\"rows\":1e30}",
        "{\"database\":\"jdbc:postgresql://h/d\",\"done\":[1],\"table\":\"t\",\"rows\":1}",
        "{\"database\":\"jdbc:postgresql://h/d\",\"done\":[],\"table\":\"t\",\"rows\":\"1\"}",
        "{\"database\":\"jdbc:mysql://h/d\",\"done\":[],\"table\":\"t\",\"rows\":1}",
      })
  void aPlaceThatNobodyKeptIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("place"), text, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Resume.in(file, DATABASE)).isInstanceOf(Stop.class);
  }
}
