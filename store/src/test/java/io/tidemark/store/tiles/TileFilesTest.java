package io.tidemark.store.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.ConsistencyProof;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.NoteSigner;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFilesTest {
  private static final NoteSigner LOG = NoteSigner.log("tidemark.example/log", new byte[32]);
  private static final NoteSigner WITNESS = NoteSigner.witness("w.example", new byte[32]);

  private Path directory;
  private TileFiles log;

  @BeforeEach
  void newLog(@TempDir Path temporary) {
    directory = temporary.resolve("ledger");
    log = new TileFiles(directory, LOG.key());
  }

  private static List<byte[]> entries(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> ("entry " + i + "\n").getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static Digest root(int size) {
    RootBuilder builder = new RootBuilder();
    entries(0, size).forEach(entry -> builder.add(Merkle.leaf(entry)));
    return builder.root();
  }

  private void grow(int from, int to) throws IOException, LedgerException {
    log.append(from, entries(from, to));
    publish(to);
  }

  private void publish(int size) throws IOException, LedgerException {
    Checkpoint head = new Checkpoint(LOG.key().name(), size, log.rootOnDisk(size));
    log.publish(WITNESS.cosign(head.signed(LOG), Instant.ofEpochSecond(1_700_000_000)));
  }

  private List<Fault> faults() throws IOException {
    List<Fault> faults = new ArrayList<>();
    Fsck fsck = log.fsck(List.of(WITNESS.key()), faults::add);
    assertThat(fsck.ok()).isEqualTo(faults.isEmpty());
    assertThat(fsck.faults()).isEqualTo(faults.size());
    return faults;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void anEmptyLogCanBePublished() throws Exception {
    grow(0, 0);
    assertThat(log.publishedSize()).isZero();
    assertThat(log.sizeOnDisk()).isZero();
    assertThat(faults()).isEmpty();
  }

  @Test
  void everyEntryIsReadAndProvedAfterEachGrowth() throws Exception {
    int size = 0;
    for (int next : new int[] {1, 3, 255, 256, 257, 700, 1024, 1025}) {
      grow(size, next);
      assertThat(log.rootOnDisk(next)).isEqualTo(root(next));
      for (int index : new int[] {0, next / 2, next - 1}) {
        LogProof proof = LogProof.parse(log.prove(index).bytes());
        assertThat(proof.verify(log.entry(index), LOG.key()).size()).isEqualTo(next);
        assertThat(log.entry(index)).isEqualTo(entries(index, index + 1).get(0));
      }
      ConsistencyProof.of(log.hashes(next), size, next).verify(root(size), root(next));
      assertThat(faults()).isEmpty();
      size = next;
    }
  }

  @Test
  void aLogGrowsBeyondItsSecondLevel() throws Exception {
    grow(0, 70_000);
    assertThat(log.sizeOnDisk()).isEqualTo(70_000);
    assertThat(log.published()).isEqualTo(new Checkpoint(LOG.key().name(), 70_000, root(70_000)));
    List<String> tiles =
        files().stream()
            .map(file -> directory.relativize(file).toString())
            .filter(file -> file.matches("tile/[0-9].*"))
            .toList();
    Path vector = Path.of(System.getProperty("project.root"), "vectors/ledger/tiles/70000.txt");
    assertThat(tiles).containsExactlyInAnyOrderElementsOf(Files.readAllLines(vector));
    assertThat(faults()).isEmpty();
  }

  @Test
  void writingTheSameEntriesAgainChangesNothing() throws Exception {
    grow(0, 300);
    grow(300, 520);
    List<Path> before = files();
    log.append(0, entries(0, 300));
    log.append(200, entries(200, 520));
    log.append(300, entries(300, 520));
    assertThat(faults()).isEmpty();
    assertThat(files()).containsAll(before);
    assertThat(log.rootOnDisk(520)).isEqualTo(root(520));
  }

  @Test
  void aLostFileIsMendedByWritingTheEntriesAgain() throws Exception {
    grow(0, 600);
    for (Path file : files()) {
      if (!file.endsWith("checkpoint")) {
        Files.delete(file);
        assertThat(faults()).as(file + " is lost").isNotEmpty();
        log.append(0, entries(0, 600));
        assertThat(faults()).as(file + " is mended").isEmpty();
      }
    }
  }

  @Test
  void otherBytesWhereTilesStandAreAFaultAndOverwriteNothing() throws Exception {
    grow(0, 300);
    List<byte[]> others = new ArrayList<>(entries(0, 300));
    others.set(299, "another".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> log.append(0, others)).isInstanceOf(TileFault.class);
    assertThatThrownBy(() -> log.append(290, others.subList(290, 300)))
        .isInstanceOf(TileFault.class);
    assertThat(faults()).isEmpty();
    assertThat(log.rootOnDisk(300)).isEqualTo(root(300));
  }

  @Test
  void aGapIsAFault() throws Exception {
    grow(0, 10);
    assertThatThrownBy(() -> log.append(11, entries(11, 12))).isInstanceOf(TileFault.class);
    assertThat(log.sizeOnDisk()).isEqualTo(10);
  }

  @Test
  void aDamagedEdgeIsNotGrownUpon() throws Exception {
    grow(0, 300);
    flip(directory.resolve("tile/1/000.p/1"), 77);
    assertThatThrownBy(() -> log.append(300, entries(300, 301)))
        .isInstanceOf(TileFault.class)
        .hasMessageContaining("the tiles lead to");
  }

  @Test
  void tilesAheadOfTheCheckpointAreSeen() throws Exception {
    grow(0, 300);
    log.append(300, entries(300, 1000));
    assertThat(log.publishedSize()).isEqualTo(300);
    assertThat(log.sizeOnDisk()).isEqualTo(1000);
    assertThat(faults()).isEmpty();
    publish(1000);
    assertThat(faults()).isEmpty();
  }

  @Test
  void partialFilesGoOnceTheFullOneIsThere() throws Exception {
    grow(0, 10);
    grow(10, 20);
    assertThat(files()).contains(directory.resolve("tile/entries/000.p/10"));
    grow(20, 256);
    assertThat(files())
        .containsExactlyInAnyOrder(
            directory.resolve("checkpoint"),
            directory.resolve("tile/0/000"),
            directory.resolve("tile/1/000.p/1"),
            directory.resolve("tile/entries/000"));
  }

  @Test
  void aHeadThatTheTilesDoNotLeadToIsNotPublished() throws Exception {
    grow(0, 300);
    Checkpoint other = new Checkpoint(LOG.key().name(), 300, Merkle.EMPTY);
    Checkpoint earlier = new Checkpoint(LOG.key().name(), 0, Merkle.EMPTY);
    Checkpoint beyond = new Checkpoint(LOG.key().name(), 301, root(301));
    for (Checkpoint head : List.of(other, earlier, beyond)) {
      assertThatThrownBy(() -> log.publish(head.signed(LOG))).isInstanceOf(TileFault.class);
    }
    NoteSigner stranger =
        NoteSigner.log(
            LOG.key().name(), "another seed of 32 bytes length.".getBytes(StandardCharsets.UTF_8));
    Checkpoint head = new Checkpoint(LOG.key().name(), 300, root(300));
    assertThatThrownBy(() -> log.publish(head.signed(stranger)))
        .isInstanceOf(LedgerException.class);
    assertThat(faults()).isEmpty();
  }

  @Test
  void filesAreForTheirOwnerOnly() throws Exception {
    grow(0, 300);
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertThat(mode).isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void whatACrashLeftUnfinishedIsNoFaultAndIsWrittenAnew() throws Exception {
    grow(0, 300);
    Path unfinished = directory.resolve("tile/0/.tidemark-001");
    Files.write(unfinished, new byte[] {1, 2, 3});
    assertThat(faults()).isEmpty();
    grow(300, 512);
    assertThat(unfinished).doesNotExist();
    assertThat(faults()).isEmpty();
  }

  @Test
  void aBitFlippedInAnyFileIsFoundThere() throws Exception {
    grow(0, 100);
    grow(100, 600);
    grow(600, 650);
    log.append(650, entries(650, 660));
    Random random = new Random(20261124);
    for (Path file : files()) {
      int bits = (int) Files.size(file) * 8;
      for (int i = 0; i < 12; i++) {
        int bit = random.nextInt(bits);
        flip(file, bit);
        String name = directory.relativize(file).toString();
        assertThat(faults()).as("bit %d of %s", bit, name).isNotEmpty();
        flip(file, bit);
      }
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void everyBitOfTheCheckpointMatters() throws Exception {
    grow(0, 3);
    Path file = directory.resolve("checkpoint");
    for (int bit = 0; bit < Files.size(file) * 8; bit++) {
      flip(file, bit);
      assertThat(faults()).as("bit %d", bit).extracting(Fault::file).contains("checkpoint");
      flip(file, bit);
    }
  }

  private static void flip(Path file, int bit) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    Files.write(file, bytes);
  }

  @Test
  void aFaultNamesItsFileAndTheReadingGoesOn() throws Exception {
    grow(0, 1000);
    flip(directory.resolve("tile/0/001"), 8 * 32 * 5);
    flip(directory.resolve("tile/entries/002"), 0);
    Files.delete(directory.resolve("tile/entries/000"));
    Files.write(directory.resolve("tile/0/notes.txt"), new byte[1]);
    List<Fault> faults = faults();
    assertThat(faults)
        .extracting(Fault::file)
        .contains("tile/0/001", "tile/entries/002", "tile/entries/000", "tile/0/notes.txt")
        .doesNotContain("checkpoint", "tile/1/000.p/3");
    Fault tile =
        faults.stream().filter(f -> f.file().equals("tile/0/001")).findFirst().orElseThrow();
    assertThat(tile.what().en()).contains("hash 5 ");
  }

  @Test
  void anEntryThatIsNotPublishedIsNotGiven() throws Exception {
    grow(0, 10);
    log.append(10, entries(10, 20));
    assertThatThrownBy(() -> log.entry(10)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.prove(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Objects.requireNonNull(log.published()).size()).isEqualTo(10);
  }
}
