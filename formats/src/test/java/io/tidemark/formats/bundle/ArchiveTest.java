package io.tidemark.formats.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final byte[] ZIP = SampleBundle.zip(SampleBundle.content());

  @Test
  void everyFlippedBitIsSeen() {
    Random random = new Random(20_261_124);
    for (int i = 0; i < 500; i++) {
      byte[] flipped = ZIP.clone();
      int at = random.nextInt(ZIP.length);
      flipped[at] = (byte) (flipped[at] ^ (1 << random.nextInt(8)));
      assertThat(accepted(flipped)).as("byte %d of %d", at, ZIP.length).isFalse();
    }
  }

  @Test
  void everyFlippedByteOfTheManifestAndTheDirectoryIsSeen() {
    for (int at = ZIP.length - 3_000; at < ZIP.length; at++) {
      byte[] flipped = ZIP.clone();
      flipped[at] ^= (byte) 0xFF;
      assertThat(accepted(flipped)).as("byte %d of %d", at, ZIP.length).isFalse();
    }
    assertThat(accepted(ZIP)).isTrue();
  }

  @Test
  void bytesBeforeAfterAndMissingAreSeen() {
    byte[] longer = Arrays.copyOf(ZIP, ZIP.length + 1);
    byte[] before = new byte[ZIP.length + 1];
    System.arraycopy(ZIP, 0, before, 1, ZIP.length);
    assertThat(accepted(longer)).isFalse();
    assertThat(accepted(before)).isFalse();
    assertThat(accepted(Arrays.copyOf(ZIP, ZIP.length - 1))).isFalse();
    assertThat(accepted(new byte[0])).isFalse();
  }

  @Test
  void aCompressedFileIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] bomb = zip(zip -> zip.write(new byte[100_000_000]), "case.json");
    assertThat(bomb).hasSizeLessThan(200_000);
    assertThatThrownBy(() -> Archive.read(bomb)).hasMessageContaining("without compression");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../case.json",
        "ledger/../case.json",
        "/case.json",
        "ledger//key",
        "ledger/",
        "C:/case.json",
        "ledger\\key",
        "案件.json",
        "a b",
        ".hidden"
      })
  void aNameThatCouldLeaveTheFolderIsRefused(String name) {
    byte[] zip = SampleBundle.zip(Map.of(name, new byte[1]));
    assertThatThrownBy(() -> Archive.read(zip)).hasMessageContaining("relative names");
  }

  @Test
  void aNameThatOccursTwiceIsRefused() {
    Map<String, byte[]> files = new TreeMap<>(Map.of("one", new byte[9], "two", new byte[9]));
    byte[] zip = SampleBundle.zip(files);
    for (int i = 0; i + 3 <= zip.length; i++) {
      if (zip[i] == 't' && zip[i + 1] == 'w' && zip[i + 2] == 'o') {
        System.arraycopy(SampleBundle.text("one"), 0, zip, i, 3);
      }
    }
    assertThatThrownBy(() -> Archive.read(zip)).hasMessageContaining("occurs twice");
  }

  @Test
  void moreFilesThanABundleHasAreRefused() {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i <= Archive.MOST_FILES; i++) {
      files.put("f" + i, new byte[0]);
    }
    byte[] zip = SampleBundle.zip(files);
    assertThatThrownBy(() -> Archive.read(zip)).hasMessageContaining("at most 20000 files");
  }

  @Test
  void aCommentIsSeen() throws IOException {
    byte[] comment = zip(zip -> zip.setComment("hidden"));
    assertThatThrownBy(() -> Archive.read(comment)).isInstanceOf(BadPart.class);
  }

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(accepted(bytes)).isFalse();
  }

  private static boolean accepted(byte[] bytes) {
    try {
      return BundleFile.read(bytes).checks().get(0).ok();
    } catch (BadPart refused) {
      return false;
    }
  }

  @FunctionalInterface
  private interface Body {
    void write(ZipOutputStream zip) throws IOException;
  }

  private static byte[] zip(Body body, String... name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String each : name) {
        zip.putNextEntry(new ZipEntry(each));
      }
      body.write(zip);
    }
    return bytes.toByteArray();
  }
}
