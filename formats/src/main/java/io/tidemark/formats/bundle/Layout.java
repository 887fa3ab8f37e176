package io.tidemark.formats.bundle;

import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.LedgerExtract.Stamp;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which file of a bundle holds what, in the bundle's order. */
final class Layout {
  static final String README = "README.txt";
  static final String HTML = "report.html";
  static final String PDF = "report.pdf";
  static final String CASE = "case.json";
  static final String ACCUSED = "accused/";
  static final String COPIES = "copies/";
  static final String PEOPLE = ".people";
  static final String CHECKPOINT = "ledger/checkpoint";
  static final String KEY = "ledger/key";
  static final String ENTRIES = "ledger/entries/";
  static final String WITNESSES = "ledger/witnesses";
  static final String STAMPS = "ledger/stamps/";
  static final String INDEX = "index.json";
  static final String MANIFEST = "manifest.dsse.json";

  private Layout() {}

  /** All files but the manifest. */
  static Map<String, byte[]> files(byte[] readme, Content content) {
    Bundle bundle = content.bundle();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(README, readme);
    files.put(HTML, content.html());
    files.put(PDF, content.pdf());
    files.put(CASE, new CaseJson().write(bundle.file()));
    List<Accused> accused =
        bundle.accused().stream().sorted(Comparator.comparing(Accused::party)).toList();
    accused.forEach(each -> files.put(ACCUSED + each.party() + ".json", AccusedJson.write(each)));
    accused.stream()
        .flatMap(each -> each.copies().stream())
        .forEach(copy -> files.put(people(copy.disclosure()), copy.people().bytes()));
    put(bundle.ledger(), files);
    files.put(INDEX, content.places().json());
    return files;
  }

  /** The files of what is shown of the ledger, behind these. */
  static void put(LedgerExtract ledger, Map<String, byte[]> files) {
    files.put(CHECKPOINT, ledger.checkpoint().bytes());
    files.put(KEY, line(ledger.key()));
    entries(ledger, files);
    files.put(WITNESSES, witnesses(ledger));
    for (int i = 0; i < ledger.stamps().size(); i++) {
      Stamp stamp = ledger.stamps().get(i);
      files.put(STAMPS + (i + 1) + ".tst", stamp.token());
      files.put(STAMPS + (i + 1) + ".crt", stamp.certificate());
    }
  }

  /** The file with everybody in a copy. */
  static String people(String disclosure) {
    return COPIES + disclosure + PEOPLE;
  }

  private static void entries(LedgerExtract ledger, Map<String, byte[]> files) {
    for (Map.Entry<Long, ProvedEntry> entry : new TreeMap<>(ledger.entries()).entrySet()) {
      files.put(ENTRIES + entry.getKey() + ".entry", entry.getValue().bytes());
      files.put(ENTRIES + entry.getKey() + ".tlog-proof", entry.getValue().proof().bytes());
    }
  }

  private static byte[] witnesses(LedgerExtract ledger) {
    return ledger.witnesses().stream()
        .map(key -> key.vkey() + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] line(VerifierKey key) {
    return (key.vkey() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
