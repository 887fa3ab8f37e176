package io.tidemark.formats.bundle;

import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.Bundle.ProvedEntry;
import io.tidemark.evidence.Bundle.Stamp;
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
        .forEach(copy -> files.put(people(copy), copy.people().bytes()));
    files.put(CHECKPOINT, bundle.checkpoint().bytes());
    files.put(KEY, line(bundle.bundledKey()));
    entries(bundle, files);
    files.put(WITNESSES, witnesses(bundle));
    for (int i = 0; i < bundle.stamps().size(); i++) {
      Stamp stamp = bundle.stamps().get(i);
      files.put(STAMPS + (i + 1) + ".tst", stamp.token());
      files.put(STAMPS + (i + 1) + ".crt", stamp.certificate());
    }
    files.put(INDEX, content.places().json());
    return files;
  }

  /** The file with everybody in a copy. */
  static String people(Accused.Copy copy) {
    return COPIES + copy.disclosure() + PEOPLE;
  }

  private static void entries(Bundle bundle, Map<String, byte[]> files) {
    for (Map.Entry<Long, ProvedEntry> entry : new TreeMap<>(bundle.entries()).entrySet()) {
      files.put(ENTRIES + entry.getKey() + ".entry", entry.getValue().bytes());
      files.put(ENTRIES + entry.getKey() + ".tlog-proof", entry.getValue().proof().bytes());
    }
  }

  private static byte[] witnesses(Bundle bundle) {
    return bundle.witnesses().stream()
        .map(key -> key.vkey() + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] line(VerifierKey key) {
    return (key.vkey() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
