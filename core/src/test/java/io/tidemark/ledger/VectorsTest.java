package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every good vector is accepted, every bad one refused. */
class VectorsTest {
  /** One check of one file. */
  private interface Check {
    void of(Path vector) throws Exception;
  }

  private static Stream<DynamicTest> every(String kind, String ending, Check check) {
    Stream<DynamicTest> good =
        Vectors.in(kind + "/good", ending).stream()
            .map(
                file ->
                    DynamicTest.dynamicTest("good " + file.getFileName(), () -> check.of(file)));
    Stream<DynamicTest> bad =
        Vectors.in(kind + "/bad", ending).stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        "bad " + file.getFileName(), () -> refused(() -> check.of(file))));
    return Stream.concat(good, bad);
  }

  /** A proof of sizes that no tree has cannot even be made; all else is refused by the one way. */
  private static void refused(ThrowingCallable check) {
    Throwable found = catchThrowable(check);
    assertThat(found).isInstanceOfAny(LedgerException.class, IllegalArgumentException.class);
    if (found instanceof IllegalArgumentException) {
      assertThat(found).hasMessageMatching("index .* is not in a tree.*|a tree does not grow.*");
    }
  }

  @TestFactory
  Stream<DynamicTest> notes() {
    return every(
        "notes",
        ".note",
        file -> {
          byte[] bytes = Files.readAllBytes(file);
          SignedNote note = SignedNote.parse(bytes);
          note.require(Vectors.key(file));
          assertThat(note.bytes()).isEqualTo(bytes);
        });
  }

  @TestFactory
  Stream<DynamicTest> checkpoints() {
    return every(
        "checkpoints",
        ".note",
        file -> {
          SignedNote note = SignedNote.parse(Files.readAllBytes(file));
          assertThat(Checkpoint.open(note, Vectors.key(file)).text()).isEqualTo(note.text());
        });
  }

  @TestFactory
  Stream<DynamicTest> cosignatures() {
    return every(
        "cosignatures",
        ".note",
        file -> {
          SignedNote note = SignedNote.parse(Files.readAllBytes(file));
          Instant time = Cosignature.require(note, Vectors.key(file)).time();
          assertThat(file.getFileName().toString())
              .isEqualTo("time-" + time.getEpochSecond() + ".note");
        });
  }

  @TestFactory
  Stream<DynamicTest> inclusionProofs() {
    return every(
        "inclusion",
        ".txt",
        file -> {
          Vectors.Tree v = Vectors.Tree.read(file);
          new InclusionProof(v.number("index"), v.number("size"), v.path())
              .verify(v.hash("leaf"), v.hash("root"));
        });
  }

  @TestFactory
  Stream<DynamicTest> consistencyProofs() {
    return every(
        "consistency",
        ".txt",
        file -> {
          Vectors.Tree v = Vectors.Tree.read(file);
          new ConsistencyProof(v.number("from"), v.number("to"), v.path())
              .verify(v.hash("old"), v.hash("new"));
        });
  }

  @TestFactory
  Stream<DynamicTest> logProofs() {
    return every(
        "proofs",
        ".tlog-proof",
        file -> {
          byte[] bytes = Files.readAllBytes(file);
          LogProof proof = LogProof.parse(bytes);
          proof.verify(Files.readAllBytes(Vectors.sibling(file, ".entry")), Vectors.key(file));
          assertThat(proof.bytes()).isEqualTo(bytes);
        });
  }
}
