package io.tidemark.app.evidence;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.ledger.AnchorFolder;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CallBundle;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFormat.BadCase;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.formats.bundle.CallBundleFile;
import io.tidemark.formats.bundle.CallCaseJson;
import io.tidemark.formats.bundle.CallContent;
import io.tidemark.formats.bundle.CaseJson;
import io.tidemark.formats.bundle.Content;
import io.tidemark.formats.bundle.Places;
import io.tidemark.formats.report.Report;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.InclusionProof;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.SignedNote;
import io.tidemark.store.register.Cases;
import io.tidemark.store.tiles.TileFiles;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.WrongKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes bundles. */
public final class Bundling {
  private final Session session;

  /** Bundles of this session's home. */
  public Bundling(Session session) {
    this.session = session;
  }

  /** Writes the bundle of a case; the digest of the file. */
  public Digest write(CaseId id, Path target) throws IOException, LedgerException {
    Cases.Concluded concluded =
        session
            .home()
            .cases()
            .concluded(id)
            .orElseThrow(
                () ->
                    Stop.usage(
                        "没有这个案件，或它没有结论：" + id,
                        "there is no such case, or it has no answer: " + id));
    byte[] zip = concluded.calls() ? calls(id, concluded) : leak(id, concluded);
    OwnFile.write(target, zip);
    return Digest.sha256(zip);
  }

  private byte[] leak(CaseId id, Cases.Concluded concluded) throws IOException, LedgerException {
    byte[] bytes = opened(id, concluded);
    CaseFile file = read(bytes);
    List<Accused> accused = session.exhibit().reveal(session.actor(), file, concluded.inquiry());
    Places places = places(concluded, file, accused);
    Bundle bundle =
        new Bundle(
            file,
            Digest.sha256(bytes),
            accused,
            concluded.attribution(),
            concluded.inquiry(),
            extract(concluded, places.all().boxed().toList()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report report = new CaseReport(session, bundle.ledger(), concluded.attribution()).of(bundle);
    BundleFile.write(
        out,
        new Content(bundle, places, report.html(), report.pdf()),
        session.home().keys().key(KeyRing.Use.MANIFEST));
    return out.toByteArray();
  }

  private byte[] calls(CaseId id, Cases.Concluded concluded) throws IOException, LedgerException {
    byte[] bytes = opened(id, concluded);
    CallCase file = readCalls(bytes, concluded);
    List<CallBundle.GivenCopy> copies = session.exhibit().given(file);
    CallBundle bundle =
        new CallBundle(
            file,
            Digest.sha256(bytes),
            copies,
            concluded.attribution(),
            concluded.inquiry(),
            extract(concluded, CallPlaces.of(file, copies)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report report = new CaseReport(session, bundle.ledger(), concluded.attribution()).of(bundle);
    CallBundleFile.write(
        out,
        new CallContent(bundle, report.html(), report.pdf()),
        session.home().keys().key(KeyRing.Use.MANIFEST));
    return out.toByteArray();
  }

  private static CallCase readCalls(byte[] bytes, Cases.Concluded concluded) {
    try {
      return new CallCaseJson().read(bytes);
    } catch (BadCase e) {
      throw Stop.usage(
          "这个案件是较早版本所写，不能写成证据包：请用同样的材料再运行 calls；其摘要在账目 " + concluded.attribution() + " 的 result 里",
          "this case was written by an earlier version and cannot be made a bundle: run calls again"
              + " on the same material; its digest is the result of entry "
              + concluded.attribution());
    }
  }

  private byte[] opened(CaseId id, Cases.Concluded concluded) {
    try {
      return session.vault().openCase(id.text(), concluded.file());
    } catch (WrongKey e) {
      throw Stop.fault(new Words("案件文件在数据库中被改动", "the case file was altered in the database"));
    }
  }

  private static CaseFile read(byte[] bytes) {
    try {
      return new CaseJson().read(bytes);
    } catch (BadCase e) {
      throw new IllegalStateException("a case file of our own cannot be read", e);
    }
  }

  private static Places places(Cases.Concluded concluded, CaseFile file, List<Accused> accused) {
    TreeSet<Long> disclosures = new TreeSet<>();
    TreeSet<Long> releases = new TreeSet<>();
    for (Accused one : accused) {
      for (Accused.Copy copy : one.copies()) {
        disclosures.add(copy.entry());
        if (copy.release() >= 0) {
          releases.add(copy.release());
        }
      }
    }
    return new Places(
        concluded.attribution(),
        concluded.inquiry(),
        List.copyOf(disclosures),
        List.copyOf(releases),
        file.marks().stream().map(CaseFile.Mark::entry).distinct().sorted().toList());
  }

  /** These entries and those that every bundle has, under the head that most vouch for. */
  private LedgerExtract extract(Cases.Concluded concluded, Collection<Long> wanted)
      throws IOException, LedgerException {
    SignedNote head = session.home().ledger().publish();
    Optional<AnchorFolder.Anchor> anchor =
        new AnchorFolder(session.home().folder().path()).covering(concluded.attribution() + 1);
    SignedNote checkpoint = anchor.map(AnchorFolder.Anchor::checkpoint).orElse(head);
    TreeSet<Long> all =
        new TreeSet<>(List.of(Places.INIT, concluded.attribution(), concluded.inquiry()));
    all.addAll(wanted);
    return new LedgerExtract(
        entries(all, checkpoint),
        checkpoint,
        session.home().ledger().key(),
        anchor.map(AnchorFolder.Anchor::witnesses).orElse(List.of()),
        anchor.map(AnchorFolder.Anchor::stamps).orElse(List.of()));
  }

  private Map<Long, ProvedEntry> entries(TreeSet<Long> wanted, SignedNote checkpoint)
      throws IOException, LedgerException {
    TileFiles tiles = session.home().ledger().tiles();
    long size = Checkpoint.parse(checkpoint.text()).size();
    Map<Long, ProvedEntry> entries = new TreeMap<>();
    for (long index : wanted) {
      byte[] bytes = tiles.entry(index);
      LogProof proof = new LogProof(InclusionProof.of(tiles.hashes(size), index, size), checkpoint);
      try {
        entries.put(index, new ProvedEntry(bytes, Entry.parse(bytes), proof));
      } catch (Entry.BadEntry e) {
        throw new IOException("entry " + index + " is damaged: run ledger fsck", e);
      }
    }
    return entries;
  }
}
