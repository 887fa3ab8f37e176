package io.tidemark.formats.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other people's programs make of our files: they re-save, open and verify them. */
final class PdfPeersTest {
  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void write() throws Exception {
    byte[] marked =
        new PdfMarker(Optional.empty())
            .mark(Samples.policy(), Samples.NUMBER, Samples.key(1))
            .bytes();
    Files.write(folder.resolve("in.pdf"), marked);
  }

  private String run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + said;
  }

  private void needs(String program) throws Exception {
    assumeTrue(run("command -v " + program).startsWith("0"), "not installed: " + program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qpdf --linearize in.pdf out.pdf",
        "gs -q -sDEVICE=pdfwrite -dPDFSETTINGS=/screen -o out.pdf in.pdf",
        "mutool clean -gggz -s in.pdf out.pdf",
        "pdftk in.pdf cat 1 output out.pdf",
        "pdftocairo -pdf in.pdf out.pdf"
      })
  void aCopyThatWasSavedByAnotherProgramIsRead(String command) throws Exception {
    needs(command.substring(0, command.indexOf(' ')));
    run(command);
    PdfReading reading =
        Samples.read(Files.readAllBytes(folder.resolve("out.pdf")), Samples.key(1));
    assertThat(reading.layout()).map(PdfReading.Found::payload).contains(Samples.NUMBER);
  }

  @Test
  void qpdfFindsNoFaultAndAsksForThePassword() throws Exception {
    needs("qpdf");
    Locked locked = Locked.lock(Files.readAllBytes(folder.resolve("in.pdf")));
    Files.write(folder.resolve("locked.pdf"), locked.bytes());
    assertThat(run("qpdf --check locked.pdf")).contains("invalid password");
    assertThat(run("qpdf --show-encryption --password=" + locked.password() + " locked.pdf"))
        .contains("R = 6", "stream encryption method: AESv3", "User password");
    assertThat(locked.toString()).doesNotContain(locked.password());
    assertThat(Locked.lock(locked(locked)).password()).isNotEqualTo(locked.password());
  }

  private static byte[] locked(Locked locked) throws IOException {
    try (PDDocument document = Loader.loadPDF(locked.bytes(), locked.password())) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.setAllSecurityToBeRemoved(true);
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void opensslVerifiesTheSignatureAndAChangedByteBreaksIt() throws Exception {
    needs("openssl");
    byte[] signed = signed();
    extract(signed);
    String verify =
        "openssl cms -verify -binary -inform DER -in sig.der -content content.bin -CAfile ca.pem"
            + " -purpose any -out /dev/null";
    assertThat(run(verify)).startsWith("0").contains("successful");
    byte[] content = Files.readAllBytes(folder.resolve("content.bin"));
    content[content.length / 2] ^= 1;
    Files.write(folder.resolve("content.bin"), content);
    assertThat(run(verify)).doesNotStartWith("0");
    assertThat(run("openssl asn1parse -inform DER -in sig.der"))
        .contains("id-smime-aa-signingCertificateV2")
        .doesNotContain("signingTime");
  }

  @Test
  void popplerSeesAValidSignatureOverTheWholeDocument() throws Exception {
    needs("pdfsig");
    signed();
    assertThat(run("pdfsig -nocert signed.pdf"))
        .contains("ETSI.CAdES.detached", "Total document signed", "Signature is Valid");
  }

  @Test
  void theMarkIsReadFromASignedAndLockedCopy() throws Exception {
    Locked locked = Locked.lock(Files.readAllBytes(folder.resolve("in.pdf")));
    byte[] signed =
        PdfSigner.of(pkcs12(), "s3cret".toCharArray())
            .sign(locked.bytes(), locked.password(), Instant.parse("2026-06-01T00:00:00Z"));
    try (PDDocument document = Loader.loadPDF(signed, locked.password())) {
      assertThat(document.getSignatureDictionaries()).hasSize(1);
      PdfReading reading = PdfReading.of(Traces.of(document), Samples.key(1), List.of());
      assertThat(reading.layout()).map(PdfReading.Found::payload).contains(Samples.NUMBER);
    }
  }

  @Test
  void aSignatureThatTheOriginalHadIsTakenOut() throws Exception {
    PdfMarker.Marked marked =
        new PdfMarker(Optional.empty()).mark(signedOriginal(), 9, Samples.key(1));
    assertThat(marked.signatures()).isEqualTo(1);
    try (PDDocument document = Loader.loadPDF(marked.bytes())) {
      assertThat(document.getSignatureDictionaries()).isEmpty();
    }
  }

  private byte[] signedOriginal() throws Exception {
    return PdfSigner.of(pkcs12(), "s3cret".toCharArray())
        .sign(Samples.policy(), "", Instant.parse("2026-06-01T00:00:00Z"));
  }

  private byte[] signed() throws Exception {
    byte[] signed =
        PdfSigner.of(pkcs12(), "s3cret".toCharArray())
            .sign(
                Files.readAllBytes(folder.resolve("in.pdf")),
                "",
                Instant.parse("2026-06-01T00:00:00Z"));
    Files.write(folder.resolve("signed.pdf"), signed);
    return signed;
  }

  private void extract(byte[] signed) throws Exception {
    try (PDDocument document = Loader.loadPDF(signed)) {
      PDSignature signature = document.getSignatureDictionaries().get(0);
      Files.write(folder.resolve("content.bin"), signature.getSignedContent(signed));
      Files.write(folder.resolve("sig.der"), signature.getContents(signed));
    }
  }

  private byte[] pkcs12() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    X500Principal name = new X500Principal("CN=示例财险");
    byte[] encoded =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                Date.from(Instant.parse("2046-01-01T00:00:00Z")),
                name,
                pair.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
            .getEncoded();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
    Files.writeString(
        folder.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(encoded)
            + "\n-----END CERTIFICATE-----\n");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "signer", pair.getPrivate(), "s3cret".toCharArray(), new Certificate[] {certificate});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, "s3cret".toCharArray());
    return out.toByteArray();
  }
}
