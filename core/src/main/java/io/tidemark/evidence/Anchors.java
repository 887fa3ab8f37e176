package io.tidemark.evidence;

import io.tidemark.ledger.Cosignature;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.TimeStamp;
import io.tidemark.ledger.VerifierKey;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Whether anybody but the insurer vouches for the checkpoint. */
final class Anchors {
  private final LedgerExtract extract;
  private final VerifierKey insurer;

  Anchors(LedgerExtract extract, VerifierKey insurer) {
    this.extract = extract;
    this.insurer = insurer;
  }

  Check check() {
    List<String> vouching = new ArrayList<>();
    for (VerifierKey witness : extract.witnesses()) {
      if (!java.util.Arrays.equals(
          witness.publicKey().toByteArray(), insurer.publicKey().toByteArray())) {
        try {
          vouching.add(
              witness.name() + " " + Cosignature.require(extract.checkpoint(), witness).time());
        } catch (LedgerException e) {
          // a witness that did not sign vouches for nothing
        }
      }
    }
    for (LedgerExtract.Stamp stamp : extract.stamps()) {
      try {
        X509Certificate authority = certificate(stamp.certificate());
        TimeStamp time = TimeStamp.verifyToken(stamp.token(), extract.checkpoint(), authority);
        vouching.add(authority.getSubjectX500Principal().getName() + " " + time.time());
      } catch (LedgerException | CertificateException e) {
        // a stamp that does not verify vouches for nothing
      }
    }
    String who = String.join("; ", vouching);
    return vouching.isEmpty()
        ? Check.tells(
            "anchored",
            false,
            "只有保险公司自己为此账本签名：没有见证方共签，也没有时间戳；保险公司若重写整本账，本核验看不出来",
            "the insurer alone vouches for this ledger: no witness cosigned it and no time stamp was taken; a ledger rewritten as a whole would not be noticed here")
        : Check.tells(
            "anchored",
            true,
            "除保险公司外还有他方作证（请确认其身份）：" + who,
            "others than the insurer vouch for the checkpoint (confirm who they are): " + who);
  }

  private static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
