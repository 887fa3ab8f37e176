package io.tidemark.formats.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.evidence.Check;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleFileTest {
  private final byte[] zip = SampleBundle.zip(SampleBundle.content());

  @Test
  void whatIsWrittenIsReadAndItsManifestHolds(@TempDir Path folder) throws IOException, BadBundle {
    Path file = folder.resolve("bundle.zip");
    Files.write(file, zip);
    ReadBundle read = BundleFile.read(file);
    assertThat(read.checks()).extracting(Check::name, Check::ok, Check::needed).hasSize(1);
    assertThat(read.checks().get(0).ok()).isTrue();
    assertThat(read.checks().get(0).needed()).isTrue();
    assertThat(SampleBundle.zip(read.content())).isEqualTo(zip);
    assertThat(read.bundle().accused().get(0).copies().get(0).people().size()).isEqualTo(2);
    assertThat(read.bundle().inquiry()).isEqualTo(3);
    assertThat(read.bundle().ledger().entries()).containsOnlyKeys(0L, 1L, 2L, 3L, 4L);
    assertThat(read.bundle().ledger().key()).isEqualTo(SampleBundle.LOG.key());
  }

  @Test
  void theSameContentHasTheSameBytes() {
    assertThat(SampleBundle.zip(SampleBundle.content())).isEqualTo(zip);
  }

  @Test
  void theFilesStandInTheirOrder() throws BadPart {
    assertThat(Archive.read(zip).keySet())
        .containsExactly(
            "README.txt",
            "report.html",
            "report.pdf",
            "case.json",
            "accused/dealer-7.json",
            "copies/d-0123456789abcdef.people",
            "ledger/checkpoint",
            "ledger/key",
            "ledger/entries/0.entry",
            "ledger/entries/0.tlog-proof",
            "ledger/entries/1.entry",
            "ledger/entries/1.tlog-proof",
            "ledger/entries/2.entry",
            "ledger/entries/2.tlog-proof",
            "ledger/entries/3.entry",
            "ledger/entries/3.tlog-proof",
            "ledger/entries/4.entry",
            "ledger/entries/4.tlog-proof",
            "ledger/witnesses",
            "ledger/stamps/1.tst",
            "ledger/stamps/1.crt",
            "index.json",
            "manifest.dsse.json");
  }

  @Test
  void aBundleThatWasChangedAfterSigningFailsTheCheck() throws BadPart {
    Map<String, byte[]> files = files();
    files.put("report.html", SampleBundle.text("<html>innocent</html>"));
    Check check = check(SampleBundle.zip(files));
    assertThat(check.ok()).isFalse();
    assertThat(check.why().en()).endsWith("report.html");
    assertThat(check.why().zh()).endsWith("report.html");
  }

  @Test
  void aManifestOfAnotherKeyFailsTheCheck() throws BadPart {
    byte[] other = Digest.sha256("another").bytes();
    assertThat(check(SampleBundle.zip(SampleBundle.content(), other)).ok()).isFalse();
  }

  @Test
  void aFirstEntryWithoutOneManifestKeyFailsTheCheck() throws BadPart {
    String key = "manifest-key " + BundleFile.manifestKey(SampleBundle.MANIFEST_SEED);
    assertThat(check(SampleBundle.zip(SampleBundle.content(List.of()))).ok()).isFalse();
    assertThat(check(SampleBundle.zip(SampleBundle.content(List.of(key, key)))).ok()).isFalse();
    assertThat(check(SampleBundle.zip(SampleBundle.content(List.of("manifest-key 00")))).ok())
        .isFalse();
    assertThat(check(SampleBundle.zip(SampleBundle.content(List.of(key)))).ok()).isTrue();
  }

  @Test
  void aFirstEntryThatIsNotInTheLedgerFailsTheCheck() throws BadPart {
    byte[] mine = Digest.sha256("another").bytes();
    Map<String, byte[]> files = files();
    String entry = "tidemark/init/v1\nmanifest-key " + BundleFile.manifestKey(mine) + "\n";
    files.put("ledger/entries/0.entry", SampleBundle.text(entry));
    files.remove(Layout.MANIFEST);
    files.put(Layout.MANIFEST, Envelope.sign(Manifest.of(files).json(), mine).json());
    Check check = check(SampleBundle.zip(files));
    assertThat(check.ok()).isFalse();
    assertThat(check.why().en()).contains("first entry is not proved");
  }

  @Test
  void aFileThatTheManifestDoesNotListFailsEvenWhenABundleMayHaveIt() throws BadPart {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      files.put(file.getKey(), file.getValue());
      if (file.getKey().equals("ledger/stamps/1.crt")) {
        files.put("ledger/stamps/2.tst", new byte[] {48, 0});
        files.put("ledger/stamps/2.crt", new byte[] {48, 0});
      }
    }
    assertThat(check(SampleBundle.zip(files)).ok()).isFalse();
  }

  @Test
  void aFileThatNoBundleHasIsRefusedEvenWhenTheManifestListsIt() throws BadPart {
    Map<String, byte[]> files = files();
    files.put("extra.txt", new byte[0]);
    refused(SampleBundle.signed(files), "extra.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.txt",
        "case.json",
        "copies/d-0123456789abcdef.people",
        "ledger/checkpoint",
        "ledger/entries/0.entry",
        "ledger/entries/3.tlog-proof",
        "ledger/stamps/1.crt",
        "index.json"
      })
  void aMissingFileIsRefusedEvenWhenTheManifestDoesNotListIt(String name) throws BadPart {
    Map<String, byte[]> files = files();
    files.remove(name);
    assertThatThrownBy(() -> BundleFile.read(SampleBundle.signed(files)))
        .isInstanceOf(BadPart.class);
  }

  @Test
  void halfAPersonIsRefused() throws BadPart {
    Map<String, byte[]> files = files();
    files.put("copies/d-0123456789abcdef.people", new byte[70]);
    refused(SampleBundle.signed(files), "copies/d-0123456789abcdef.people");
  }

  @Test
  void peopleOfACopyThatNobodyRevealsAreRefused() throws BadPart {
    Map<String, byte[]> files = files();
    files.put("copies/d-fedcba9876543210.people", new byte[48]);
    refused(SampleBundle.signed(files), "copies/d-fedcba9876543210.people");
  }

  @Test
  void aBundleWithoutManifestIsRefused() throws BadPart {
    Map<String, byte[]> files = files();
    files.remove(Layout.MANIFEST);
    refused(SampleBundle.zip(files), Layout.MANIFEST);
  }

  @Test
  void filesInAnotherOrderAreRefused() throws BadPart {
    Map<String, byte[]> files = files();
    byte[] readme = files.remove("README.txt");
    files.put("README.txt", readme);
    refused(SampleBundle.signed(files), "report.html");
  }

  @Test
  void anotherSpellingInsideIsRefusedEvenWhenItIsSigned() throws BadPart {
    Map<String, byte[]> files = files();
    String index = new String(files.get("index.json"), java.nio.charset.StandardCharsets.UTF_8);
    files.put("index.json", SampleBundle.text(index.replace(":4", ": 4")));
    refused(SampleBundle.signed(files), "index.json");
    files.put("index.json", SampleBundle.text(index.replace(":4", ":9")));
    refused(SampleBundle.signed(files), "index.json");
  }

  @Test
  void aRefusalNamesTheFileAndThePlaceInBothLanguages(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("no.zip");
    Files.writeString(file, "not a ZIP");
    assertThatThrownBy(() -> BundleFile.read(file))
        .isInstanceOfSatisfying(
            BadBundle.class,
            bad -> {
              assertThat(bad.file()).isEqualTo(file.toString());
              assertThat(bad.place()).isEqualTo("zip");
              assertThat(bad.words().zh()).isNotBlank();
              assertThat(bad.words().en()).isNotBlank();
            });
  }

  private Map<String, byte[]> files() throws BadPart {
    return new LinkedHashMap<>(Archive.read(zip));
  }

  private static Check check(byte[] bytes) throws BadPart {
    return BundleFile.read(bytes).checks().get(0);
  }

  private static void refused(byte[] bytes, String place) {
    ThrowingCallable read = () -> BundleFile.read(bytes);
    assertThatThrownBy(read).isInstanceOf(BadPart.class).hasMessageStartingWith(place);
  }
}
