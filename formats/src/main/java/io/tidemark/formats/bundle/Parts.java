package io.tidemark.formats.bundle;

import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.LedgerExtract.Stamp;
import io.tidemark.evidence.People;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Entry.BadEntry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.TimeStamp;
import io.tidemark.ledger.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The files that bundles of every kind have, in the forms that {@link Layout} gives them. */
record Parts(Map<String, byte[]> files) {
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final String ENTRY = ".entry";

  /** A format of the ledger: bytes or text to a type of core. */
  @FunctionalInterface
  private interface Ledger<T> {
    T read() throws LedgerException;
  }

  /** A format of this package. */
  @FunctionalInterface
  interface Document<T> {
    T read(byte[] bytes) throws BadJson;
  }

  /** What is shown of the ledger. */
  LedgerExtract ledger() throws BadPart {
    return new LedgerExtract(
        entries(), note(), key(Layout.KEY, text(Layout.KEY).strip()), witnesses(), stamps());
  }

  byte[] file(String name) throws BadPart {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new BadPart(name, "缺少这个文件", "this file is missing");
    }
    return bytes;
  }

  private String text(String name) throws BadPart {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  <T> T json(String name, Document<T> document) throws BadPart {
    try {
      return document.read(file(name));
    } catch (BadJson e) {
      throw new BadPart(name + e.path(), e.words());
    }
  }

  People people(String name) throws BadPart {
    byte[] leaves = file(name);
    if (leaves.length % People.LEAF != 0) {
      throw new BadPart(
          name,
          "每人应为 " + People.LEAF + " 字节",
          "expected " + People.LEAF + " bytes for each person");
    }
    return People.of(leaves);
  }

  private Map<Long, ProvedEntry> entries() throws BadPart {
    Map<Long, ProvedEntry> entries = new LinkedHashMap<>();
    for (String name : files.keySet()) {
      if (name.startsWith(Layout.ENTRIES) && name.endsWith(ENTRY)) {
        String index = name.substring(Layout.ENTRIES.length(), name.length() - ENTRY.length());
        if (!INDEX.matcher(index).matches()) {
          throw new BadPart(name, "文件名应为条目序号", "expected the entry's index as its name");
        }
        entries.put(Long.parseLong(index), entry(name, Long.parseLong(index)));
      }
    }
    return entries;
  }

  private ProvedEntry entry(String name, long index) throws BadPart {
    byte[] bytes = file(name);
    String proofName = Layout.ENTRIES + index + ".tlog-proof";
    byte[] proofBytes = file(proofName);
    LogProof proof = ledger(proofName, () -> LogProof.parse(proofBytes));
    if (proof.index() != index) {
      throw new BadPart(proofName, "证明的是另一个条目", "expected a proof for this entry's index");
    }
    try {
      return new ProvedEntry(bytes, Entry.parse(bytes), proof);
    } catch (BadEntry e) {
      throw new BadPart(name, "不是台账条目", String.valueOf(e.getMessage()));
    }
  }

  private SignedNote note() throws BadPart {
    byte[] bytes = file(Layout.CHECKPOINT);
    return ledger(Layout.CHECKPOINT, () -> SignedNote.parse(bytes));
  }

  private List<VerifierKey> witnesses() throws BadPart {
    List<VerifierKey> witnesses = new ArrayList<>();
    for (String line : text(Layout.WITNESSES).lines().toList()) {
      witnesses.add(key(Layout.WITNESSES, line));
    }
    return witnesses;
  }

  private static VerifierKey key(String name, String line) throws BadPart {
    return ledger(name, () -> VerifierKey.parse(line));
  }

  private List<Stamp> stamps() throws BadPart {
    List<Stamp> stamps = new ArrayList<>();
    for (int n = 1; files.containsKey(Layout.STAMPS + n + ".tst"); n++) {
      byte[] token = small(Layout.STAMPS + n + ".tst");
      stamps.add(new Stamp(token, small(Layout.STAMPS + n + ".crt")));
    }
    return stamps;
  }

  private byte[] small(String name) throws BadPart {
    byte[] bytes = file(name);
    if (bytes.length > TimeStamp.MAX_BYTES) {
      throw new BadPart(
          name,
          "最多 " + TimeStamp.MAX_BYTES + " 字节",
          "expected at most " + TimeStamp.MAX_BYTES + " bytes");
    }
    return bytes;
  }

  private static <T> T ledger(String name, Ledger<T> format) throws BadPart {
    try {
      return format.read();
    } catch (LedgerException e) {
      throw new BadPart(name, "不符合台账格式", String.valueOf(e.getMessage()));
    }
  }
}
