package io.tidemark.authorise.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

/** Requests and certificates of partners, good, bad and broken. */
final class PartnerCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final KeyPair PAIR = pair("secp256r1");
  private static final byte[] REQUEST = request(PAIR, PAIR).getBytes(StandardCharsets.US_ASCII);
  private static final PartnerCa AUTHORITY = PartnerCa.make("tidemark/test", NOW);

  private static KeyPair pair(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PKCS10CertificationRequest signed(KeyPair key, KeyPair by) {
    try {
      return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=anything"), key.getPublic())
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate()));
    } catch (org.bouncycastle.operator.OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static String request(KeyPair key, KeyPair by) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(signed(key, by));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }

  private static X509Certificate issued(String party) throws Unfit {
    return AUTHORITY.issue(CertificateRequest.parse(REQUEST), party, Duration.ofDays(90), NOW);
  }

  @Test
  void theIssuerSaysTheNameAndTheUseAndForHowLong() throws Exception {
    X509Certificate issued = issued("ag-0001");
    assertThat(issued.getSubjectX500Principal().getName()).isEqualTo("CN=ag-0001");
    assertThat(issued.getSubjectAlternativeNames())
        .containsExactly(List.of(6, "tidemark:party:ag-0001"));
    assertThat(issued.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(issued.getCriticalExtensionOIDs()).contains("2.5.29.37", "2.5.29.19", "2.5.29.15");
    assertThat(issued.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(90)));
    assertThat(issued.getPublicKey()).isEqualTo(PAIR.getPublic());
    issued.verify(AUTHORITY.certificate().getPublicKey());
    assertThatThrownBy(
            () ->
                AUTHORITY.issue(
                    CertificateRequest.parse(REQUEST), "ag-0001", Duration.ofDays(398), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRequestThatAnotherKeySignedOrOfAWeakKeyIsUnfit() {
    assertThat(rule(request(PAIR, pair("secp256r1")))).isEqualTo("no-proof-of-possession");
    KeyPair odd = pair("secp521r1");
    assertThat(rule(request(odd, odd))).isEqualTo("weak-key");
    assertThat(rule("")).isEqualTo("not-a-request");
    assertThat(rule("x".repeat(CertificateRequest.LARGEST + 1))).isEqualTo("not-a-request");
  }

  private static String rule(String pem) {
    try {
      CertificateRequest.parse(pem.getBytes(StandardCharsets.US_ASCII));
      return "fits";
    } catch (Unfit e) {
      return e.refusal().rule();
    }
  }

  @Property(tries = 300)
  void aRequestOfWhichABitWasChangedIsUnfitOrStillSigned(
      @ForAll @IntRange(min = 0, max = 10_000) int at, @ForAll @IntRange(min = 0, max = 7) int bit)
      throws Exception {
    byte[] der = signed(PAIR, PAIR).getEncoded();
    der[at % der.length] ^= (byte) (1 << bit);
    String pem =
        "-----BEGIN CERTIFICATE REQUEST-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE REQUEST-----\n";
    String rule = rule(pem);
    if (rule.equals("fits")) { // a bit that DER leaves open: what is signed is the same
      assertThat(CertificateRequest.parse(pem.getBytes(StandardCharsets.US_ASCII)).key())
          .isEqualTo(PAIR.getPublic());
    } else {
      assertThat(rule).isIn("not-a-request", "no-proof-of-possession", "weak-key");
    }
  }

  @Property(tries = 200)
  void anyBytesAreAnUnfitRequestAndNoCertificate(@ForAll @Size(max = 400) byte[] bytes) {
    String pem =
        "-----BEGIN CERTIFICATE REQUEST-----\n"
            + java.util.Base64.getEncoder().encodeToString(bytes)
            + "\n-----END CERTIFICATE REQUEST-----\n";
    assertThat(rule(pem)).isEqualTo("not-a-request");
    assertThatThrownBy(() -> PartnerChain.read(bytes)).isInstanceOf(Unfit.class);
  }

  @Property(tries = 300)
  void aCertificateOfWhichABitWasChangedIsNotItsAuthoritysAnyMore(
      @ForAll @IntRange(min = 0, max = 10_000) int at, @ForAll @IntRange(min = 0, max = 7) int bit)
      throws Exception {
    X509Certificate whole = issued("ag-0001");
    byte[] der = whole.getEncoded();
    der[at % der.length] ^= (byte) (1 << bit);
    X509Certificate changed;
    try {
      changed = PartnerChain.read(der);
    } catch (Unfit e) {
      return;
    }
    assertThat(
            changed.equals(whole)
                || !new PartnerChain(List.of(changed))
                    .issuedBy(AUTHORITY.certificate(), "ag-0001", NOW))
        .isTrue();
  }

  @Test
  void anAuthoritySpeaksForItsPartyWithinTheTimesOfBoth() throws Exception {
    PartnerChain chain = new PartnerChain(List.of(issued("ag-0001"), AUTHORITY.certificate()));
    X509Certificate authority = AUTHORITY.certificate();
    assertThat(chain.issuedBy(authority, "ag-0001", NOW)).isTrue();
    assertThat(chain.issuedBy(authority, "ag-0002", NOW)).as("names another").isFalse();
    assertThat(chain.issuedBy(authority, "ag-0001", NOW.plus(Duration.ofDays(91)))).isFalse();
    assertThat(chain.issuedBy(authority, "ag-0001", NOW.minus(Duration.ofDays(1)))).isFalse();
    PartnerCa other = PartnerCa.make("tidemark/test", NOW);
    assertThat(chain.issuedBy(other.certificate(), "ag-0001", NOW)).as("same name").isFalse();
    assertThat(new PartnerChain(List.of(authority)).issuedBy(authority, "ag-0001", NOW))
        .as("the authority itself is nobody's system")
        .isFalse();
  }
}
