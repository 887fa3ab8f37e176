package io.tidemark.formats.bundle;

import io.tidemark.evidence.CallBundle;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFormat.BadCase;
import io.tidemark.evidence.Check;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bundles about calls as ZIP files, in one form and signed as {@link BundleFile} does it.
 * Thread-safe.
 */
public final class CallBundleFile {
  private static final String README = "README-calls.txt";
  private static final String CASE = "calls.json";

  private CallBundleFile() {}

  /**
   * A bundle that was read.
   *
   * @param content what it says; worth no more than its checks
   * @param manifest that these are, byte for byte, the files that the ledger's manifest key signed
   */
  public record Read(CallContent content, Check manifest) {}

  /**
   * Writes a bundle; the stream stays open.
   *
   * @param seed the 32 secret bytes of the manifest's Ed25519 key (RFC 8032)
   * @throws IOException when the stream fails, or before anything is written when the bundle would
   *     be too large
   */
  public static void write(OutputStream out, CallContent content, byte[] seed) throws IOException {
    SignedFiles.write(out, files(SignedFiles.resource(README), content), seed);
  }

  private static Map<String, byte[]> files(byte[] readme, CallContent content) {
    CallBundle bundle = content.bundle();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(Layout.README, readme);
    files.put(Layout.HTML, content.html());
    files.put(Layout.PDF, content.pdf());
    files.put(CASE, new CallCaseJson().write(bundle.file()));
    bundle
        .copies()
        .forEach(copy -> files.put(Layout.people(copy.disclosure()), copy.people().bytes()));
    Layout.put(bundle.ledger(), files);
    files.put(Layout.INDEX, CallIndex.of(bundle).json());
    return files;
  }

  /**
   * Whether it looks like a bundle about calls rather than one about a leak; never throws for
   * bytes.
   */
  public static boolean recognises(Path file) throws IOException {
    try {
      return Archive.read(SignedFiles.bytes(file)).containsKey(CASE);
    } catch (BadPart e) {
      return false;
    }
  }

  /**
   * Reads a bundle, and refuses every file that {@link #write} would not write to the last byte.
   *
   * @throws BadBundle when it is not of the one form; a bundle of that form whose manifest or
   *     signature is wrong is read, and its check fails
   */
  public static Read read(Path file) throws IOException, BadBundle {
    try {
      return read(SignedFiles.bytes(file));
    } catch (BadPart e) {
      throw e.in(file.toString());
    }
  }

  static Read read(byte[] zip) throws BadPart {
    SignedFiles signed = SignedFiles.read(zip);
    Parts parts = new Parts(signed.files());
    CallIndex index = parts.json(Layout.INDEX, CallIndex::read);
    CallBundle bundle =
        new CallBundle(
            caseFile(parts),
            Digest.sha256(parts.file(CASE)),
            copies(parts, index),
            index.attribution(),
            index.inquiry(),
            parts.ledger());
    if (!bundle.ledger().entries().containsKey(Places.INIT)) {
      throw new BadPart(Layout.INDEX, "缺少台账首条", "expected the ledger's first entry");
    }
    CallContent content = new CallContent(bundle, parts.file(Layout.HTML), parts.file(Layout.PDF));
    Read read = new Read(content, signed.check(bundle.ledger()));
    signed.same(files(parts.file(Layout.README), content));
    return read;
  }

  private static CallCase caseFile(Parts parts) throws BadPart {
    try {
      return new CallCaseJson().read(parts.file(CASE));
    } catch (BadCase e) {
      throw new BadPart(CASE, "不是来电的案件", String.valueOf(e.getMessage()));
    }
  }

  private static List<CallBundle.GivenCopy> copies(Parts parts, CallIndex index) throws BadPart {
    List<CallBundle.GivenCopy> copies = new ArrayList<>();
    for (CallIndex.Copy copy : index.copies()) {
      copies.add(
          new CallBundle.GivenCopy(
              copy.party(),
              copy.disclosure(),
              copy.entry(),
              copy.release(),
              parts.people(Layout.people(copy.disclosure()))));
    }
    return copies;
  }
}
