package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

class TimeStampTest {
  private static final NoteSigner LOG = NoteSigner.log("tidemark.example/log", new byte[32]);
  private static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");
  private static final Authority AUTHORITY = Authority.valid();

  private static SignedNote head(long size) {
    return new Checkpoint(LOG.key().name(), size, Merkle.EMPTY).signed(LOG);
  }

  private static byte[] response(Authority authority, Instant time) {
    return authority.answer(TimeStamp.request(head(1)), Date.from(time));
  }

  @Test
  void aStampGivesItsTime() throws Exception {
    byte[] response = response(AUTHORITY, TIME);
    assertThat(TimeStamp.verifyResponse(response, head(1), AUTHORITY.certificate()).time())
        .isEqualTo(TIME);
    byte[] token = Authority.token(response);
    assertThat(TimeStamp.verifyToken(token, head(1), AUTHORITY.certificate()).time())
        .isEqualTo(TIME);
  }

  @Test
  void aStampMadeByOpensslIsAccepted() throws Exception {
    SignedNote note =
        SignedNote.parse(Files.readAllBytes(Vectors.file("checkpoints/good/size-300.note")));
    byte[] response = Files.readAllBytes(Vectors.file("timestamps/openssl.tsr"));
    X509Certificate authority;
    try (InputStream pem = Files.newInputStream(Vectors.file("timestamps/openssl.pem"))) {
      authority =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
    assertThat(TimeStamp.verifyResponse(response, note, authority).time())
        .isBetween("2026-11-24T19:00:00Z", "2026-11-24T20:00:00Z");
  }

  @Test
  void aCosignatureAddedLaterDoesNotDisturbTheStamp() throws Exception {
    SignedNote cosigned = NoteSigner.witness("w", new byte[32]).cosign(head(1), TIME);
    byte[] response = response(AUTHORITY, TIME);
    assertThat(TimeStamp.verifyResponse(response, cosigned, AUTHORITY.certificate()).time())
        .isEqualTo(TIME);
  }

  @Test
  void aStampOverAnotherCheckpointIsRefused() {
    byte[] response = response(AUTHORITY, TIME);
    assertThatThrownBy(() -> TimeStamp.verifyResponse(response, head(2), AUTHORITY.certificate()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("something else");
  }

  @Test
  void aStampByAnotherAuthorityIsRefused() {
    byte[] response = response(AUTHORITY, TIME);
    assertThatThrownBy(
            () -> TimeStamp.verifyResponse(response, head(1), Authority.valid().certificate()))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void aStampAtATimeOutsideTheCertificateIsRefused() {
    byte[] late = response(AUTHORITY, Authority.UNTIL.plusSeconds(60));
    assertThatThrownBy(() -> TimeStamp.verifyResponse(late, head(1), AUTHORITY.certificate()))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void aCertificateForAnotherPurposeIsRefused() {
    X509Certificate forServers = AUTHORITY.certifiedFor(KeyPurposeId.id_kp_serverAuth);
    byte[] response = response(AUTHORITY, TIME);
    assertThatThrownBy(() -> TimeStamp.verifyResponse(response, head(1), forServers))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void aRefusalByTheAuthorityIsNoStamp() {
    byte[] refusal = AUTHORITY.refuse();
    assertThatThrownBy(() -> TimeStamp.verifyResponse(refusal, head(1), AUTHORITY.certificate()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("no time stamp");
  }

  @Property(tries = 200)
  void aDamagedStampNeverGivesAnotherTime(@ForAll @IntRange(min = 0) int place) throws Exception {
    byte[] token = Authority.token(response(AUTHORITY, TIME));
    int bit = place % (token.length * 8);
    token[bit / 8] ^= (byte) (1 << bit % 8);
    try {
      assertThat(TimeStamp.verifyToken(token, head(1), AUTHORITY.certificate()).time())
          .isEqualTo(TIME);
    } catch (LedgerException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  @Property(tries = 200)
  void randomBytesAreRefused(@ForAll byte[] bytes) {
    attempt(bytes);
  }

  static void attempt(byte[] bytes) {
    Parsers.attempt(() -> TimeStamp.verifyResponse(bytes, head(1), AUTHORITY.certificate()));
    Parsers.attempt(() -> TimeStamp.verifyToken(bytes, head(1), AUTHORITY.certificate()));
  }
}
