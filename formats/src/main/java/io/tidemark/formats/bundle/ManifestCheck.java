package io.tidemark.formats.bundle;

import io.tidemark.evidence.Check;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Words;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the files are those that the manifest key signed which the ledger's first entry names.
 */
record ManifestCheck(LedgerExtract ledger, Envelope envelope, Manifest signed) {
  /** The check's name. */
  static final String NAME = "manifest";

  /** The kind of the ledger's first entry and its line with the manifest's public key in hex. */
  static final String KIND = "init";

  static final String KEY = "manifest-key";

  private static final Words HOLDS =
      new Words(
          "目录中的每个文件都与清单一致，清单由台账首条所载密钥签名",
          "every file is as the manifest lists it, and the key in the ledger's first entry signed"
              + " the manifest");

  Check of(Map<String, byte[]> files) {
    return unproved()
        .or(this::unsigned)
        .or(() -> different(files))
        .map(fault -> Check.of(NAME, false, HOLDS, fault))
        .orElse(Check.of(NAME, true, HOLDS, HOLDS));
  }

  private ProvedEntry first() {
    return Objects.requireNonNull(ledger.entries().get(Places.INIT));
  }

  private Optional<Words> unproved() {
    try {
      first().proof().verify(first().bytes(), ledger.key());
      return Optional.empty();
    } catch (LedgerException e) {
      return Optional.of(
          new Words("不能证明台账首条在台账中", "the ledger's first entry is not proved: " + e.getMessage()));
    }
  }

  private Optional<Words> unsigned() {
    List<String> keys = first().entry().values(KEY);
    if (!first().entry().kind().equals(KIND)
        || keys.size() != 1
        || !keys.get(0).matches("[0-9a-f]{64}")) {
      return Optional.of(
          new Words("台账首条没有唯一的清单公钥", "the ledger's first entry does not name one manifest key"));
    }
    return envelope.signedBy(HexFormat.of().parseHex(keys.get(0)))
        ? Optional.empty()
        : Optional.of(
            new Words(
                "清单不是由台账首条所载密钥签名的",
                "the manifest is not signed by the key in the ledger's first entry"));
  }

  private Optional<Words> different(Map<String, byte[]> files) {
    List<String> names = List.copyOf(files.keySet());
    return signed
        .difference(Manifest.of(files))
        .map(
            at -> {
              String place = at < names.size() ? names.get(at) : signed.files().get(at).name();
              return new Words("与清单不一致的文件：" + place, "not as the manifest lists it: " + place);
            });
  }
}
