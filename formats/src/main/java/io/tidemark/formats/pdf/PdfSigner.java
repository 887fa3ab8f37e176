package io.tidemark.formats.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs documents with a key and certificate of the operator's: PAdES baseline B-B (ETSI EN 319
 * 142-1), a detached CMS over the byte range with the certificate named by its digest. Immutable,
 * thread-safe; hides its key.
 */
public final class PdfSigner {
  private static final int ROOM = 32_768;
  private static final DefaultSignedAttributeTableGenerator USUAL =
      new DefaultSignedAttributeTableGenerator();

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  private PdfSigner(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /**
   * A signer.
   *
   * @param pkcs12 a file of that kind with one private key and its certificates
   * @param passphrase opens it
   * @throws GeneralSecurityException where it holds no key, or the certificate does not count now
   * @throws IOException where it is damaged, or the passphrase is another
   */
  public static PdfSigner of(byte[] pkcs12, char[] passphrase)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(pkcs12), passphrase);
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, passphrase) instanceof PrivateKey key) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(alias)) {
          chain.add((X509Certificate) certificate);
        }
        chain.get(0).checkValidity();
        return new PdfSigner(key, chain);
      }
    }
    throw new GeneralSecurityException("there is no private key in the file");
  }

  /** Whom the certificate names. */
  public String subject() {
    return chain.get(0).getSubjectX500Principal().getName();
  }

  /**
   * Signs a document; nothing of what stands in it before is touched.
   *
   * @param password opens it; empty where it has none
   */
  public byte[] sign(byte[] bytes, String password, Instant time) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes, password);
        SignatureOptions options = new SignatureOptions()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      calendar.setTimeInMillis(time.toEpochMilli());
      signature.setSignDate(calendar);
      options.setPreferredSignatureSize(ROOM);
      document.addSignature(signature, this::signature, options);
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      document.saveIncremental(signed);
      return signed.toByteArray();
    }
  }

  private byte[] signature(InputStream content) throws IOException {
    try {
      X509Certificate own = chain.get(0);
      String algorithm =
          "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm());
      ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(key);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(own.getEncoded());
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(
                  parameters -> attributes(USUAL.getAttributes(parameters), digest))
              .build(signer, own));
      generator.addCertificates(new JcaCertStore(chain));
      return generator
          .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
          .getEncoded("DER");
    } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IOException("the key of the certificate cannot sign", e);
    }
  }

  /** The time stands in the signature's dictionary, where PAdES wants it, and not here. */
  private static AttributeTable attributes(AttributeTable usual, byte[] digest) {
    return usual
        .remove(CMSAttributes.signingTime)
        .remove(CMSAttributes.cmsAlgorithmProtect)
        .add(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new SigningCertificateV2(new ESSCertIDv2(digest)));
  }
}
