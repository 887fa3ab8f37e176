package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages after RFC 4475, and what becomes of them when bytes are changed. */
final class TortureTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("project.root", "..")).resolve("vectors/telephone/torture");
  private static final int SILENT_MILLIS = 400;
  private static Exchange exchange;

  @BeforeAll
  static void start() throws Exception {
    exchange = Exchange.usual();
  }

  @AfterAll
  static void stop() {
    exchange.close();
  }

  private static List<String> expected() throws IOException {
    return Files.readAllLines(VECTORS.resolve("expected.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  private static String vector(String name, Wire wire) throws IOException {
    return Files.readString(VECTORS.resolve(name + ".sip"))
        .replace("{PORT}", String.valueOf(wire.port()));
  }

  private static void isAlive() throws IOException {
    try (Wire wire = new Wire("127.0.0.1", 0, exchange.port)) {
      wire.send(wire.invite("monitor", Wire.call()).replace("INVITE", "OPTIONS"));
      wire.expect("SIP/2.0 200");
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void itIsAnsweredAsItShouldBe(String line) throws Exception {
    String name = line.substring(0, line.indexOf(':'));
    try (Wire wire = new Wire("127.0.0.1", 0, exchange.port)) {
      wire.send(vector(name, wire));
      Optional<String> answer = wire.hear(line.contains("silence") ? SILENT_MILLIS : 5_000);
      while (answer.isPresent() && answer.get().startsWith("SIP/2.0 1")) {
        answer = wire.hear(5_000);
      }
      String said = answer.map(one -> one.substring(8, 11)).orElse("silence");
      assertThat(List.of(line.substring(line.indexOf(':') + 2).split(" "))).contains(said);
      isAlive();
    }
  }

  @Test
  void noMessageWithChangedBytesEndsIt() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    try (Wire wire = new Wire("127.0.0.1", 0, exchange.port)) {
      for (String line : expected()) {
        byte[] good =
            vector(line.substring(0, line.indexOf(':')), wire)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
          byte[] bad = good.clone();
          for (int change = 0; change <= i; change++) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
          }
          wire.send(java.util.Arrays.copyOf(bad, bad.length - random.nextInt(bad.length / 2)));
        }
      }
    }
    isAlive();
    assertThat(exchange.switchboard.asked).isEmpty();
  }
}
