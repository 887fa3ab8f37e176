package io.tidemark.formats.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * A document that opens with a password of its recipient's own: AES-256, revision 6 of the standard
 * security handler (ISO 32000-2, 7.6.4). Hides the password.
 *
 * @param bytes the file
 * @param password four groups of five characters, 100 random bits, none that look alike
 */
public record Locked(byte[] bytes, String password) {
  private static final int KEY_BITS = 256;
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  /**
   * Locks a document. Printing and copying stay allowed, so that it can be read aloud; its owner's
   * password is drawn too and nobody is told it.
   */
  public static Locked lock(byte[] plain) throws IOException {
    String password = draw();
    try (PDDocument document = Loader.loadPDF(plain)) {
      AccessPermission allowed = new AccessPermission();
      allowed.setCanModify(false);
      allowed.setCanAssembleDocument(false);
      StandardProtectionPolicy policy = new StandardProtectionPolicy(draw(), password, allowed);
      policy.setEncryptionKeyLength(KEY_BITS);
      policy.setPreferAES(true);
      document.protect(policy);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return new Locked(bytes.toByteArray(), password);
    }
  }

  private static String draw() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      password.append(i > 0 && i % GROUP == 0 ? "-" : "");
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  @Override
  public String toString() {
    return "Locked[" + bytes.length + " bytes]";
  }
}
