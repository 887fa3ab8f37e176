package io.tidemark.app.whole;

import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.formats.bundle.CaseJson;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.InclusionProof;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.NoteSigner;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.ledger.SignedNote;
import io.tidemark.terms.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A dishonest insurer with all of its keys: it writes a ledger of its own for whatever case it
 * likes, and every signature, digest and proof in the bundle is right.
 */
final class Forger {
  CaseFile file;
  List<Accused> accused;
  UnaryOperator<Entry> rewritten = UnaryOperator.identity();
  final List<Entry> more = new ArrayList<>();
  private final Bundle honest;
  private final NoteSigner signer;

  Forger(Bundle honest, byte[] seed) {
    this.honest = honest;
    this.file = honest.file();
    this.accused = honest.accused();
    this.signer = NoteSigner.log(honest.ledger().key().name(), seed);
  }

  /** The same entry with other values of one line. */
  static Entry with(Entry entry, String key, List<String> values) {
    Entry.Builder other = Entry.of(entry.kind());
    entry.lines().stream()
        .filter(line -> !line.key().equals(key))
        .forEach(line -> other.line(line.key(), line.value()));
    values.forEach(value -> other.line(key, value));
    return other.build();
  }

  Forger line(String kind, String key, String... values) {
    rewritten = entry -> entry.kind().equals(kind) ? with(entry, key, List.of(values)) : entry;
    return this;
  }

  private Entry concluded(Entry entry, Digest digest) {
    Entry other = entry;
    other = with(other, "result", List.of(digest.toString()));
    other = with(other, "case", List.of(file.id()));
    other = with(other, "attempt", List.of(String.valueOf(file.attempt())));
    other = with(other, "verdict", List.of(file.verdict()));
    other = with(other, "candidates", List.of(String.valueOf(file.candidates())));
    other = with(other, "threshold", List.of(String.valueOf(file.threshold())));
    return with(other, "accused", List.copyOf(file.accused()));
  }

  Bundle bundle() {
    Map<Long, Long> places = new HashMap<>();
    new TreeMap<>(honest.ledger().entries())
        .keySet()
        .forEach(index -> places.put(index, (long) places.size()));
    CaseFile moved = moved(file, places);
    Digest digest = Digest.sha256(new CaseJson().write(moved));
    List<Entry> entries = new ArrayList<>();
    new TreeMap<>(honest.ledger().entries())
        .forEach(
            (index, proved) -> {
              Entry entry = proved.entry();
              entries.add(
                  rewritten.apply(
                      entry.kind().equals("attribution") ? concluded(entry, digest) : entry));
            });
    entries.addAll(more);
    List<Digest> leaves = entries.stream().map(entry -> Merkle.leaf(entry.bytes())).toList();
    RootBuilder root = new RootBuilder();
    leaves.forEach(root::add);
    SignedNote head =
        new Checkpoint(signer.key().name(), leaves.size(), root.root()).signed(signer);
    Map<Long, ProvedEntry> proved = new TreeMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      LogProof proof = new LogProof(InclusionProof.of(leaves, i), head);
      proved.put((long) i, new ProvedEntry(entries.get(i).bytes(), entries.get(i), proof));
    }
    return new Bundle(
        moved,
        digest,
        accused.stream().map(one -> moved(one, places)).toList(),
        places.getOrDefault(honest.attribution(), -1L),
        places.getOrDefault(honest.inquiry(), -1L),
        new LedgerExtract(proved, head, honest.ledger().key(), List.of(), List.of()));
  }

  private static CaseFile moved(CaseFile file, Map<Long, Long> places) {
    return new CaseFile(
        file.id(),
        file.attempt(),
        file.material(),
        file.rows(),
        file.verdict(),
        file.candidates(),
        file.threshold(),
        file.outside(),
        file.seen(),
        file.ranking(),
        file.leak(),
        file.honey(),
        file.marks().stream()
            .map(
                mark ->
                    new CaseFile.Mark(
                        mark.file(),
                        mark.number(),
                        mark.from(),
                        mark.bound(),
                        mark.party(),
                        mark.disclosure(),
                        places.getOrDefault(mark.entry(), -1L),
                        mark.rows(),
                        mark.held(),
                        mark.accused()))
            .toList());
  }

  private static Accused moved(Accused one, Map<Long, Long> places) {
    return new Accused(
        one.party(),
        one.recipientKey(),
        one.copies().stream()
            .map(
                copy ->
                    new Accused.Copy(
                        copy.disclosure(),
                        places.getOrDefault(copy.entry(), -1L),
                        places.getOrDefault(copy.release(), -1L),
                        copy.honeyKey(),
                        copy.numbers(),
                        copy.rebuiltRows(),
                        copy.people()))
            .toList());
  }
}
