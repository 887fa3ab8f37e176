package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PKCS#11 token in a folder of the test's own: Debian's SoftHSM. It needs {@code softhsm2-util}.
 *
 * @param configuration what the module reads
 * @param slot where the token is
 */
record SoftToken(Path configuration, long slot) {
  static final String PIN = "2468-tide";

  private static final Pattern SLOT = Pattern.compile("slot ([0-9]+)");
  private static final List<Path> MODULES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

  /** A fresh token. */
  static SoftToken make(Path folder) throws Exception {
    module();
    Files.createDirectories(folder.resolve("tokens"));
    Path configuration =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
    String said =
        run(
            configuration,
            "--init-token",
            "--free",
            "--label",
            "tidemark",
            "--so-pin",
            "13579-tide",
            "--pin",
            PIN);
    Matcher slot = SLOT.matcher(said);
    assertThat(slot.find()).as("softhsm2-util said: %s", said).isTrue();
    return new SoftToken(configuration, Long.parseLong(slot.group(1)));
  }

  /** On a machine that checks commits it must be there; elsewhere its absence is said. */
  static Path module() {
    Optional<Path> module = MODULES.stream().filter(Files::isReadable).findFirst();
    if (System.getenv("TIDEMARK_CI_FOLDER") != null) {
      assertThat(module).as("SoftHSM").isPresent();
    }
    assumeTrue(
        module.isPresent(), "no SoftHSM here, so no token was tried: apt-get install softhsm2");
    return module.orElseThrow();
  }

  /** The address of a key in this token. */
  String address(String object) {
    return "pkcs11:slot-id=" + slot + ";object=" + object;
  }

  /** What a command needs in its environment to use this token. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SOFTHSM2_CONF", configuration.toString());
    environment.put("TIDEMARK_PKCS11_MODULE", module().toString());
    environment.put("TIDEMARK_PKCS11_PIN", PIN);
    return environment;
  }

  /** Deletes the keys in the token; it stays. */
  void deleteKeys() throws Exception {
    Path tokens = configuration.resolveSibling("tokens");
    try (Stream<Path> files = Files.walk(tokens)) {
      for (Path file :
          files
              .filter(file -> file.toString().endsWith(".object"))
              .filter(file -> !file.endsWith("token.object"))
              .toList()) {
        Files.delete(file);
      }
    }
  }

  private static String run(Path configuration, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("softhsm2-util"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", configuration.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
