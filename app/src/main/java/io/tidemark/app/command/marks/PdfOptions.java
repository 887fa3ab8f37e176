package io.tidemark.app.command.marks;

import io.tidemark.app.Answer;
import io.tidemark.app.Stop;
import io.tidemark.app.files.SecretLine;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.formats.pdf.Locked;
import io.tidemark.formats.pdf.PdfSigner;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a PDF leaves: where to, opened by which password, signed with which key. */
public final class PdfOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.pdf",
      description = {"写到哪里。", "Where to write it."})
  private @Nullable Path out;

  @Option(
      names = "--password-out",
      paramLabel = "FILE",
      description = {
        "以只给此接收方的密码加密（AES-256），密码写入此文件（权限 0600）；请另行送达。",
        "Locks it (AES-256) with a password of this recipient's own, written to this file (mode 0600):"
            + " send it another way."
      })
  private @Nullable Path passwordOut;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE.p12",
      description = {
        "用此 PKCS#12 文件里的私钥与证书签名（PAdES B-B）。",
        "Signs it (PAdES B-B) with the key and certificate of this PKCS#12 file."
      })
  private @Nullable Path signWith;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = {
        "该 PKCS#12 文件的口令在此文件里（默认在终端询问）。",
        "The passphrase of that file stands in this one (default: asked for on the terminal)."
      })
  private @Nullable Path passphraseFile;

  /**
   * What leaves.
   *
   * @param bytes the file
   * @param password empty where it has none
   */
  public record Ready(byte[] bytes, String password, Optional<String> signer) {
    @Override
    public String toString() {
      return "Ready[" + bytes.length + " bytes]";
    }

    public Digest digest() {
      return Digest.sha256(bytes);
    }
  }

  /** Ends the command where something stands in the way, before anything is recorded. */
  public Optional<PdfSigner> checked() throws IOException {
    Path target = target();
    if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      throw Stop.usage("--out 应以 .pdf 结尾", "--out ends with .pdf");
    }
    unlessNew(target);
    if (passwordOut != null) {
      unlessNew(passwordOut.toAbsolutePath().normalize());
    }
    return signWith == null ? Optional.empty() : Optional.of(signer(signWith));
  }

  public Path target() {
    return Objects.requireNonNull(out).toAbsolutePath().normalize();
  }

  private static void unlessNew(Path file) {
    if (Files.exists(file) || !Files.isDirectory(file.resolveSibling(""))) {
      throw Stop.usage(
          "文件已存在，或没有这个文件夹：" + file, "the file exists already, or there is no such folder: " + file);
    }
  }

  private PdfSigner signer(Path file) throws IOException {
    byte[] pkcs12 = Files.readAllBytes(file);
    try {
      return PdfSigner.of(pkcs12, SecretLine.of(passphraseFile, "PKCS#12: ", "--passphrase-file"));
    } catch (GeneralSecurityException | IOException e) {
      throw Stop.unreadable(
          new Words(
              "此文件不能签名（口令不对、没有私钥或证书不在有效期）：" + file,
              "this file cannot sign (another passphrase, no private key, or a certificate out of its"
                  + " time): "
                  + file));
    }
  }

  /** Locks and signs what was marked, as far as it is wanted. */
  public Ready ready(byte[] marked, Optional<PdfSigner> signer, Instant now) throws IOException {
    byte[] bytes = marked;
    String password = "";
    if (passwordOut != null) {
      Locked locked = Locked.lock(bytes);
      bytes = locked.bytes();
      password = locked.password();
    }
    if (signer.isPresent()) {
      bytes = signer.get().sign(bytes, password, now);
    }
    return new Ready(bytes, password, signer.map(PdfSigner::subject));
  }

  /** Writes the password first, so that no file lies about that nobody can open. */
  public void write(Ready ready) throws IOException {
    if (passwordOut != null) {
      byte[] line = (ready.password() + "\n").getBytes(StandardCharsets.UTF_8);
      OwnFile.write(passwordOut.toAbsolutePath().normalize(), line);
    }
    OwnFile.write(target(), ready.bytes());
  }

  /** What is said of it. */
  public Answer.Builder told(Answer.Builder answer, Ready ready) {
    answer
        .field("file", target().toString())
        .field("sha256", ready.digest().toString())
        .field("password_file", passwordOut == null ? null : passwordOut.toString())
        .field("signed_by", ready.signer().orElse(null));
    if (passwordOut != null) {
      answer.say(
          "打开密码在 " + passwordOut + "（只给接收方，另行送达）",
          "the password is in " + passwordOut + " (for the recipient alone, by another way)");
    }
    ready.signer().ifPresent(who -> answer.say("已签名：" + who, "signed by " + who));
    return answer;
  }
}
