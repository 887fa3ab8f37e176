package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every good vector is accepted, every bad one refused. */
class HistoryVectorsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("project.root"), "vectors", "history");

  @TestFactory
  Stream<DynamicTest> goodOnesHold() throws IOException {
    return files("good")
        .map(file -> DynamicTest.dynamicTest(name(file), () -> verify(Files.readAllLines(file))));
  }

  @TestFactory
  Stream<DynamicTest> badOnesAreRefused() throws IOException {
    return files("bad")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(file),
                    () ->
                        assertThatThrownBy(() -> verify(Files.readAllLines(file)))
                            .isInstanceOf(LedgerException.class)));
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().toList().stream();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void verify(List<String> lines) throws LedgerException {
    OwnerSecret secret = new OwnerSecret(hex(lines.get(0), "secret "));
    Digest root = Digest.of(hex(lines.get(1), "root "));
    List<Event> events = events(lines.subList(3, lines.size()));
    Head head = Head.over(secret, events);
    MapProof proof = MapProof.parse(hex(lines.get(2), "proof "));
    if (events.isEmpty()) {
      proof.absent(secret.mapKey(), root);
    } else {
      proof.present(secret.mapKey(), head, root);
    }
  }

  private static byte[] hex(String line, String name) {
    return HexFormat.of().parseHex(line.substring(name.length()));
  }

  private static List<Event> events(List<String> lines) throws LedgerException {
    List<Event> events = new ArrayList<>();
    for (String text : String.join("\n", lines).split("\n(?=event )")) {
      if (!text.isEmpty()) {
        events.add(Event.parse(text.replace("\n  ", "\n") + "\n"));
      }
    }
    return events;
  }
}
