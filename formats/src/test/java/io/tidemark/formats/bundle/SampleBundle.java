package io.tidemark.formats.bundle;

import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Accused.Copy;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.LedgerExtract.Stamp;
import io.tidemark.evidence.People;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.InclusionProof;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.NoteSigner;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.ledger.SignedNote;
import io.tidemark.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bundle over a real log of five entries. */
public final class SampleBundle {
  static final byte[] MANIFEST_SEED = Digest.sha256("manifest").bytes();
  static final NoteSigner LOG = NoteSigner.log("log.example/tidemark", seed("log"));

  private static final NoteSigner WITNESS = NoteSigner.witness("witness.example", seed("witness"));
  private static final Places PLACES = new Places(4, 3, List.of(1L), List.of(2L), List.of());

  private SampleBundle() {}

  private static byte[] seed(String name) {
    return Digest.sha256(name).bytes();
  }

  static Content content() {
    return content(List.of("manifest-key " + BundleFile.manifestKey(MANIFEST_SEED)));
  }

  /** The content whose first entry has these lines. */
  static Content content(List<String> firstLines) {
    CaseFile file = SampleCase.of("named");
    Digest digest = Digest.sha256(new CaseJson().write(file));
    List<Entry> entries =
        List.of(
            first(firstLines),
            Entry.of("disclosure").line("time", "2026-03-01T00:00:00Z").build(),
            Entry.of("release").line("time", "2026-03-01T00:01:00Z").build(),
            Entry.of("inquiry").line("case", file.id()).build(),
            Entry.of("attribution").line("case-file", digest).build());
    List<Digest> leaves = entries.stream().map(entry -> Merkle.leaf(entry.bytes())).toList();
    SignedNote checkpoint = checkpoint(leaves);
    Map<Long, ProvedEntry> proved = new TreeMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      LogProof proof = new LogProof(InclusionProof.of(leaves, i), checkpoint);
      proved.put((long) i, new ProvedEntry(entries.get(i).bytes(), entries.get(i), proof));
    }
    Bundle bundle =
        new Bundle(
            file,
            digest,
            List.of(accused()),
            4,
            3,
            new LedgerExtract(
                proved,
                checkpoint,
                LOG.key(),
                List.of(WITNESS.key()),
                List.of(new Stamp(new byte[] {48, 0}, new byte[] {48, 1}))));
    return new Content(bundle, PLACES, text("<html></html>"), text("%PDF"));
  }

  private static Entry first(List<String> lines) {
    Entry.Builder first = Entry.of("init");
    for (String line : lines) {
      int space = line.indexOf(' ');
      first.line(line.substring(0, space), line.substring(space + 1));
    }
    return first.build();
  }

  private static SignedNote checkpoint(List<Digest> leaves) {
    RootBuilder root = new RootBuilder();
    leaves.forEach(root::add);
    Checkpoint head = new Checkpoint(LOG.key().name(), leaves.size(), root.root());
    return WITNESS.cosign(head.signed(LOG), Instant.ofEpochSecond(1_800_000_000));
  }

  private static Accused accused() {
    Copy copy =
        new Copy(
            "d-0123456789abcdef",
            1,
            2,
            seed("honey"),
            PoolNumbers.NONE,
            Optional.of(Digest.sha256("rows")),
            People.of(new byte[2 * People.LEAF]));
    return new Accused("dealer-7", seed("recipient"), List.of(copy));
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Content content) {
    return zip(content, MANIFEST_SEED);
  }

  static byte[] zip(Content content, byte[] seed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BundleFile.write(bytes, content, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The ZIP of these files, with a rightly signed manifest over them at its end. */
  static byte[] signed(Map<String, byte[]> files) {
    files.remove(Layout.MANIFEST);
    Envelope envelope = Envelope.sign(Manifest.of(files).json(), MANIFEST_SEED);
    files.put(Layout.MANIFEST, envelope.json());
    return zip(files);
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Archive.write(bytes, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
