package io.tidemark.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.store.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps the documents true. Runs what README.md tells a newcomer to type: the {@code sh} blocks
 * after {@code <!-- tested -->} or {@code <!-- tested: exit N -->}, in order, by a real shell, in a
 * folder that holds the samples and a {@code tidemark} made of the classes under test.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
  private static final Pattern BLOCK =
      Pattern.compile(
          "^<!-- tested(?:: exit (\\d))? -->\\n+```sh\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#]+)[^)]*\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");

  /** What the README calls by a name because every home draws its own. */
  private static final Map<String, Pattern> NAMES =
      Map.of(
          "CASE", Pattern.compile("\\bc-[0-9a-z]{16}\\b"),
          "REQUEST", Pattern.compile("\\br-[0-9a-z]{16}\\b"),
          "KEY", Pattern.compile("\\btidemark/[0-9a-f]{16}\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+"));

  private record Block(int exit, String script) {}

  private final Map<String, String> seen = new HashMap<>();

  @TempDir Path folder = Path.of("");

  @Test
  void bothLanguagesTellTheSameCommands() throws IOException {
    List<Block> english = blocks("README.md");
    assertThat(english).hasSizeGreaterThan(5);
    assertThat(blocks("README.zh.md")).isEqualTo(english);
  }

  @Test
  void everyCommandOfTheWalkThroughEndsAsItSays() throws Exception {
    copy(ROOT.resolve("samples"), folder.resolve("samples"));
    launcher();
    List<Block> blocks = new ArrayList<>(blocks("README.md"));
    run(blocks.remove(0));
    // An open home keeps its database running, so that the commands need not start it each.
    try (Home open = Home.open(folder.resolve("tidemark-home"), System.getenv())) {
      assertThat(open.notes()).isEmpty();
      for (Block block : blocks) {
        run(block);
      }
    }
    assertThat(seen).containsKeys("CASE", "REQUEST", "KEY");
  }

  @Test
  void everyLinkOfTheDocumentsLeadsSomewhere() throws IOException {
    for (Path document : documents()) {
      Path beside = requireNonNull(document.getParent());
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        assertThat(beside.resolve(link.group(1))).as("link in %s", document).exists();
      }
    }
  }

  @Test
  void everyTestThatTheThreatModelNamesIsThere() throws IOException {
    String model = Files.readString(ROOT.resolve("docs/threat-model.md"));
    List<String> named = TEST.matcher(model).results().map(found -> found.group(1)).toList();
    assertThat(named).hasSizeGreaterThan(10);
    assertThat(testsOfAllModules()).containsAll(named);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, below).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static Set<String> testsOfAllModules() throws IOException {
    Set<String> names = new HashSet<>();
    for (String module :
        List.of("core", "formats", "media", "store", "telephone", "server", "chainsim", "app")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files.forEach(file -> names.add(String.valueOf(file.getFileName()).replace(".java", "")));
      }
    }
    return names;
  }

  private static List<Block> blocks(String readme) throws IOException {
    return BLOCK
        .matcher(Files.readString(ROOT.resolve(readme)))
        .results()
        .map(ReadmeTest::block)
        .toList();
  }

  private static Block block(MatchResult found) {
    int exit = Optional.ofNullable(found.group(1)).map(Integer::valueOf).orElse(Exit.DONE);
    return new Block(exit, found.group(2));
  }

  private void run(Block block) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-eu", "-c", block.script())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TIDEMARK_"));
    builder.environment().putAll(seen);
    Process shell = builder.start();
    shell.getOutputStream().close();
    assertThat(shell.waitFor(5, TimeUnit.MINUTES)).as(block.script()).isTrue();
    String text = Files.readString(said);
    assertThat(shell.exitValue()).as("%s\n%s", block.script(), text).isEqualTo(block.exit());
    NAMES.forEach((name, pattern) -> remember(name, pattern.matcher(text)));
  }

  private void remember(String name, Matcher found) {
    if (found.find()) {
      seen.put(name, found.group());
    }
  }

  /** The launcher without its build: a test runs before there is a jar. */
  private void launcher() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String script =
        "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp '%s' %s \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"), Tidemark.class.getName());
    Path launcher = folder.resolve("tidemark");
    Files.writeString(launcher, script, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
