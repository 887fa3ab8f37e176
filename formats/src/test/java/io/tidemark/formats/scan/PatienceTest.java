package io.tidemark.formats.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.FoundClass;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.pile.Patience;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that takes too long is named and left, its neighbours are read. The clock is one that goes
 * on by a second whenever somebody asks it, so that nothing waits here.
 */
final class PatienceTest {
  private static final String LATE = "it takes longer than 3 seconds: the rest of it is not read";

  @TempDir private Path folder = Path.of(".");

  private static Patience threeLooks() {
    AtomicLong seconds = new AtomicLong();
    return new Patience(
        Duration.ofSeconds(3), () -> Duration.ofSeconds(seconds.getAndIncrement()).toNanos());
  }

  private static Met read(Path path, PileLimits limits, Patience patience, Pictures pictures)
      throws IOException {
    Met met = new Met();
    try (Pile pile = Pile.of(List.of(path), limits);
        DocumentReader documents =
            new DocumentReader(DocumentReader.USUAL_MEMORY, DocumentReader.USUAL_TIME)) {
      new Scan(Met.ground(Finders.usual()), Optional.of(pictures), documents, met, patience)
          .read(pile);
    }
    return met;
  }

  private static Met read(Path path) throws IOException {
    return read(path, PileLimits.USUAL, threeLooks(), file -> Screenshot.of(1));
  }

  private Path share() throws IOException {
    Path share = Files.createDirectories(folder.resolve("share"));
    Files.writeString(share.resolve("z.txt"), "电话 13700137000\n");
    return share;
  }

  @Test
  void aLongTextIsReadAsFarAsItsTimeGoes() throws Exception {
    Path share = share();
    String lines = "客户 13800138000 已联系，请在月底前回复，谢谢。\n好的。\n今天下雨\n";
    Files.writeString(share.resolve("long.txt"), lines.repeat(150_000));
    Met met = read(share);
    assertThat(met.skipped)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path()).endsWith("long.txt");
              assertThat(one.why().en()).isEqualTo(LATE);
            });
    assertThat(met.of(FoundClass.MOBILE)).hasSizeBetween(10_000, 140_000);
    assertThat(met.of(FoundClass.MOBILE)).anyMatch(one -> one.path().endsWith("z.txt"));
  }

  @Test
  void aLongTableIsReadAsFarAsItsTimeGoes() throws Exception {
    Path share = share();
    StringBuilder rows = new StringBuilder("姓名,手机号\n");
    for (int i = 0; i < 5_000; i++) {
      rows.append("张伟,13800%06d\n".formatted(i));
    }
    Files.writeString(share.resolve("long.csv"), rows.toString());
    Met met = read(share);
    assertThat(met.skipped)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path()).endsWith("long.csv");
              assertThat(one.why().en()).isEqualTo(LATE);
            });
    assertThat(met.of(FoundClass.MOBILE)).hasSizeBetween(200, 1_000);
    assertThat(met.of(FoundClass.MOBILE)).anyMatch(one -> one.path().endsWith("z.txt"));
  }

  @Test
  void whatTakesTooLongToUnpackIsLeft() throws Exception {
    Path share = share();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(share.resolve("a.zip")))) {
      zip.putNextEntry(new ZipEntry("long.txt"));
      zip.write(new byte[1 << 20]);
      zip.putNextEntry(new ZipEntry("short.txt"));
      zip.write("13900139000".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    PileLimits limits = new PileLimits(8, 100, 1 << 21, 1 << 22, 2_000, 16 << 20, threeLooks());
    Met met = read(share, limits, Patience.USUAL, file -> Screenshot.of(1));
    assertThat(met.skipped)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path()).endsWith("a.zip!/long.txt");
              assertThat(one.why().en()).isEqualTo(LATE);
            });
    assertThat(met.of(FoundClass.MOBILE)).hasSize(2);
  }

  @Test
  void aPictureThatNeverEndsIsLeft() throws Exception {
    Path share = share();
    Files.write(share.resolve("a.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch givenUp = new CountDownLatch(1);
    Pictures endless =
        file -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            givenUp.countDown();
          }
          return Screenshot.of(1);
        };
    Met met = read(share, PileLimits.USUAL, Patience.of(Duration.ofMillis(20)), endless);
    givenUp.await();
    assertThat(met.skipped)
        .extracting(one -> one.why().en())
        .hasSize(1)
        .allMatch(why -> why.contains("longer than"));
    assertThat(met.skipped.get(0).path()).endsWith("a.jpg");
  }
}
