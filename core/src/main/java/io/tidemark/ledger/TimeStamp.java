package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/**
 * That a checkpoint existed at a time, said by a time-stamping authority (RFC 3161).
 *
 * <p>The stamp is over SHA-256 of the checkpoint note's text, so that cosignatures added later do
 * not disturb it. Requests carry no nonce: an older stamp over the same checkpoint is as good an
 * answer, since it proves an earlier time.
 *
 * @param time when the authority signed, by its clock
 */
public record TimeStamp(Instant time) {
  /** The largest response or token that is read, in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  /** The request to send to an authority as {@code application/timestamp-query}. */
  public static byte[] request(SignedNote checkpoint) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      return generator.generate(NISTObjectIdentifiers.id_sha256, imprint(checkpoint)).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a request is always encodable", e);
    }
  }

  /** Checks an authority's whole answer: a {@code TimeStampResp} in DER. */
  public static TimeStamp verifyResponse(
      byte[] response, SignedNote checkpoint, X509Certificate authority) throws LedgerException {
    TimeStampToken token = token(response);
    return verify(token, checkpoint, authority);
  }

  /** Checks a bare token: a CMS {@code ContentInfo} in DER, as evidence keeps it. */
  public static TimeStamp verifyToken(
      byte[] token, SignedNote checkpoint, X509Certificate authority) throws LedgerException {
    return verify(parsed(token), checkpoint, authority);
  }

  @SuppressWarnings("NullAway") // Bouncy Castle gives no token when the authority refused
  private static TimeStampToken token(byte[] response) throws LedgerException {
    TimeStampToken token;
    try {
      token = new TimeStampResponse(bounded(response)).getTimeStampToken();
    } catch (IOException | TSPException | RuntimeException e) {
      throw new LedgerException("expected a time-stamp response in DER", e);
    }
    if (token == null) {
      throw new LedgerException("the authority's response carries no time stamp");
    }
    return token;
  }

  private static TimeStampToken parsed(byte[] token) throws LedgerException {
    try {
      return new TimeStampToken(new CMSSignedData(bounded(token)));
    } catch (IOException | TSPException | CMSException | RuntimeException e) {
      throw new LedgerException("expected a time-stamp token in DER", e);
    }
  }

  private static byte[] bounded(byte[] bytes) throws LedgerException {
    if (bytes.length > MAX_BYTES) {
      throw new LedgerException("a time stamp has at most " + MAX_BYTES + " bytes");
    }
    return bytes;
  }

  private static TimeStamp verify(
      TimeStampToken token, SignedNote checkpoint, X509Certificate authority)
      throws LedgerException {
    TimeStampTokenInfo info = token.getTimeStampInfo();
    boolean sha256 = NISTObjectIdentifiers.id_sha256.equals(info.getMessageImprintAlgOID());
    if (!sha256 || !Arrays.equals(imprint(checkpoint), info.getMessageImprintDigest())) {
      throw new LedgerException("the time stamp is over something else than this checkpoint");
    }
    try {
      token.validate(verifier(authority));
    } catch (TSPException | RuntimeException e) {
      throw new LedgerException("the time stamp does not verify with the given certificate", e);
    }
    return new TimeStamp(info.getGenTime().toInstant());
  }

  /**
   * Bouncy Castle's check: signature, certificate hash, sole critical EKU, validity at the time.
   */
  private static SignerInformationVerifier verifier(X509Certificate authority)
      throws LedgerException {
    try {
      return new JcaSimpleSignerInfoVerifierBuilder()
          .setProvider(BOUNCY_CASTLE)
          .build(new JcaX509CertificateHolder(authority));
    } catch (OperatorCreationException | CertificateException e) {
      throw new LedgerException("the authority's certificate cannot be used", e);
    }
  }

  private static byte[] imprint(SignedNote checkpoint) {
    return Digest.sha256(checkpoint.textBytes()).bytes();
  }
}
