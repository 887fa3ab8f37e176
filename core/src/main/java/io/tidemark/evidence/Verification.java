package io.tidemark.evidence;

import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.HoneyParts;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.InclusionProof;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import io.tidemark.trace.Bound;
import io.tidemark.trace.HoneyEvidence;
import io.tidemark.trace.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a bundle with nothing but the bundle and a public key. Each check is one method and
 * recomputes what it is about; none of them trusts a number of the bundle that it could compute.
 * Immutable, thread-safe.
 */
public final class Verification {
  private final Bundle bundle;
  private final VerifierKey key;
  private final boolean keyGiven;

  /**
   * A verification.
   *
   * @param given the ledger's key as the verifier knows it; without it the key in the bundle is
   *     used, and a check says so
   */
  public Verification(Bundle bundle, Optional<VerifierKey> given) {
    this.bundle = bundle;
    this.key = given.orElse(bundle.bundledKey());
    this.keyGiven = given.isPresent();
  }

  /** All checks, in the order in which a person reads them. */
  public List<Check> run() {
    List<Check> checks = new ArrayList<>();
    checks.add(key());
    checks.add(ledger());
    checks.add(new Anchors(bundle, key).check());
    checks.add(caseFile());
    checks.add(recipientKeys());
    checks.add(recordedBefore());
    checks.add(people());
    checks.add(readings());
    checks.add(scores());
    checks.add(bounds());
    checks.add(verdict());
    checks.add(copies());
    return List.copyOf(checks);
  }

  private Check key() {
    return Check.tells(
        "key",
        keyGiven,
        keyGiven ? "账本公钥由核验者提供" : "未提供账本公钥，使用了证据包内的公钥：请另行确认它属于该保险公司（" + key.vkey() + "）",
        keyGiven
            ? "the ledger's key was given by the verifier"
            : "no key was given, the key in the bundle was used: confirm by other means that it is the insurer's ("
                + key.vkey()
                + ")");
  }

  private Check ledger() {
    Set<String> faults = new TreeSet<>();
    bundle.entries().forEach((index, entry) -> inLedger(index, entry).ifPresent(faults::add));
    return check(
        "ledger",
        faults,
        "全部 " + bundle.entries().size() + " 条账目都在账本公钥签名的账本里",
        "all " + bundle.entries().size() + " entries stand in the ledger that the key signs");
  }

  private Optional<String> inLedger(long index, Bundle.ProvedEntry entry) {
    try {
      Checkpoint head = entry.proof().verify(entry.bytes(), key);
      boolean sameHead = head.text().equals(bundle.checkpoint().text());
      boolean sameEntry = java.util.Arrays.equals(entry.entry().bytes(), entry.bytes());
      return sameHead && sameEntry && entry.proof().index() == index
          ? Optional.empty()
          : Optional.of("entry " + index + " is proved under another head or index");
    } catch (LedgerException e) {
      return Optional.of("entry " + index + ": " + e.getMessage());
    }
  }

  private Optional<Entry> attribution() {
    return bundle.entry(bundle.attribution(), "attribution");
  }

  private Check caseFile() {
    CaseFile file = bundle.file();
    Set<String> faults = new TreeSet<>();
    Entry entry = attribution().orElse(null);
    if (entry == null) {
      return check("case", Set.of("the attribution's entry is missing"), "", "");
    }
    same(faults, "result", entry, bundle.fileDigest().toString());
    same(faults, "case", entry, file.id());
    same(faults, "attempt", entry, String.valueOf(file.attempt()));
    same(faults, "verdict", entry, file.verdict());
    same(faults, "candidates", entry, String.valueOf(file.candidates()));
    same(faults, "threshold", entry, String.valueOf(file.threshold()));
    Set<String> accused = new TreeSet<>(entry.values("accused"));
    Set<String> claimed = new TreeSet<>();
    file.ranking().stream()
        .filter(CaseFile.Ranked::accused)
        .forEach(ranked -> claimed.add(ranked.party()));
    if (!accused.equals(claimed)) {
      faults.add("the entry and the case file accuse others");
    }
    return check(
        "case",
        faults,
        "案件结果与账本中记下的摘要一致，事后未改",
        "the result is the one whose digest was recorded in the ledger");
  }

  private static void same(Set<String> faults, String line, Entry entry, String expected) {
    if (!entry.value(line).equals(Optional.of(expected))) {
      faults.add("the entry says another " + line);
    }
  }

  private List<CaseFile.Ranked> accused() {
    return bundle.file().ranking().stream().filter(CaseFile.Ranked::accused).toList();
  }

  private Optional<Accused> revealed(String party) {
    return bundle.accused().stream().filter(accused -> accused.party().equals(party)).findFirst();
  }

  private Optional<Entry> disclosure(Accused.Copy copy) {
    return bundle
        .entry(copy.entry(), "disclosure")
        .filter(entry -> entry.value("disclosure").equals(Optional.of(copy.disclosure())));
  }

  private Check recipientKeys() {
    Set<String> faults = new TreeSet<>();
    for (CaseFile.Ranked ranked : accused()) {
      Accused accused = revealed(ranked.party()).orElse(null);
      if (accused == null || accused.copies().isEmpty()) {
        faults.add("nothing is revealed of " + ranked.party());
        continue;
      }
      String commitment =
          new RecipientKey(accused.recipientKey()).commitment(accused.party()).toString();
      for (Accused.Copy copy : accused.copies()) {
        Optional<Entry> entry = disclosure(copy);
        boolean right =
            entry.isPresent()
                && entry.get().value("to").equals(Optional.of(accused.party()))
                && entry.get().value("recipient-key").equals(Optional.of(commitment))
                && entry
                    .get()
                    .value("honey-key")
                    .equals(Optional.of(copy.honey().commitment().toString()))
                && numbers(copy, entry.get());
        if (!right) {
          faults.add("the keys of " + copy.disclosure() + " are not those committed to");
        }
      }
    }
    return check(
        "recipient-key",
        faults,
        "所揭示的接收方密钥与释放之前写入账本的承诺一致",
        "the revealed keys are those to which the ledger committed before the release");
  }

  /** That the pool's numbers are those of the entry; none where it names none. */
  private static boolean numbers(Accused.Copy copy, Entry entry) {
    HoneyKey honey = copy.honey();
    boolean none = honey.numbers().numbers().isEmpty();
    Optional<String> digest =
        none ? Optional.empty() : Optional.of(honey.numbersCommitment().toString());
    Optional<String> kept =
        none ? Optional.empty() : Optional.of(String.valueOf(honey.numbers().kept()));
    return entry.value("honey-numbers").equals(digest) && entry.value("honey-kept").equals(kept);
  }

  private Check recordedBefore() {
    Set<String> faults = new TreeSet<>();
    long inquiry =
        bundle.entries().entrySet().stream()
            .filter(entry -> entry.getValue().entry().kind().equals("inquiry"))
            .mapToLong(Map.Entry::getKey)
            .max()
            .orElse(-1);
    for (Accused accused : bundle.accused()) {
      for (Accused.Copy copy : accused.copies()) {
        if (copy.entry() >= inquiry || (copy.release() >= 0 && copy.release() <= copy.entry())) {
          faults.add(copy.disclosure() + " is not recorded before its release and the inquiry");
        }
      }
    }
    return check(
        "recorded-before",
        faults,
        "每次释放都先记账、后放行，且早于本次追溯",
        "every release was recorded before it left and before the inquiry");
  }

  /**
   * That each leaked row that counts is about a record to which the ledger committed, given to the
   * accused.
   */
  private Check people() {
    Set<String> faults = new TreeSet<>();
    List<CaseFile.LeakRow> rows = bundle.file().leak();
    for (CaseFile.LeakRow row : rows) {
      if (!row.records().stream().flatMap(r -> r.items().stream()).allMatch(item -> item.holds())) {
        faults.add("an opened item of row " + row.number() + " is not the committed one");
      }
    }
    for (Accused accused : bundle.accused()) {
      accused
          .holdings()
          .forEach((row, holding) -> held(accused, row, holding).ifPresent(faults::add));
    }
    return check(
        "people",
        faults,
        "泄露行所涉的记录确在释放给被指认方的清单之中（对照释放前写入账本的默克尔根）",
        "the records behind the leaked rows are among those given to the accused (Merkle root recorded before the release)");
  }

  private Optional<String> held(Accused accused, int row, Accused.Holding holding) {
    Optional<Entry> entry =
        accused.copies().stream()
            .filter(copy -> copy.disclosure().equals(holding.disclosure()))
            .findFirst()
            .flatMap(this::disclosure);
    if (entry.isEmpty() || row >= bundle.file().leak().size()) {
      return Optional.of("a row of " + accused.party() + " points nowhere");
    }
    boolean given =
        bundle.file().leak().get(row).records().stream()
            .anyMatch(record -> among(record.digest(), holding, entry.get()));
    return given
        ? Optional.empty()
        : Optional.of("row " + row + " of " + accused.party() + " is not among those given to it");
  }

  private static boolean among(Digest commitment, Accused.Holding holding, Entry disclosure) {
    byte[] leaf = java.util.Arrays.copyOf(holding.nonce(), holding.nonce().length + Digest.SIZE);
    System.arraycopy(commitment.bytes(), 0, leaf, holding.nonce().length, Digest.SIZE);
    try {
      long people = Long.parseLong(disclosure.value("people").orElse(""));
      Digest root = Digest.parse(disclosure.value("people-root").orElse(""));
      new InclusionProof(holding.index(), people, holding.path()).verify(Merkle.leaf(leaf), root);
      return true;
    } catch (LedgerException | IllegalArgumentException e) {
      return false;
    }
  }

  private Check readings() {
    Set<String> faults = new TreeSet<>();
    bundle.file().leak().forEach(row -> faults.addAll(EvidenceReading.faults(row)));
    return check(
        "readings",
        faults,
        "泄露行与记录一致的号码、写法均可由证据包重新读出",
        "the numbers and spellings of the leaked rows are read again from the bundle alone");
  }

  private Check scores() {
    Set<String> faults = new TreeSet<>();
    Leak leak = EvidenceReading.leak(bundle.file().leak());
    LikelihoodRatio ratio = new LikelihoodRatio(leak);
    for (CaseFile.Ranked ranked : accused()) {
      revealed(ranked.party())
          .ifPresent(accused -> score(ratio, ranked, accused).ifPresent(faults::add));
    }
    return check(
        "score",
        faults,
        "由揭示的密钥与泄露的写法重新算出的似然比与案件结果逐位相同",
        "the likelihood ratio computed again from the revealed keys and the leaked spellings is the stated one, to the bit");
  }

  private Optional<String> score(LikelihoodRatio ratio, CaseFile.Ranked ranked, Accused accused) {
    RecipientKey recipient = new RecipientKey(accused.recipientKey());
    double marks = ratio.logOf(accused.holdings()::containsKey, recipient);
    Map<String, Integer> customers = new HashMap<>();
    accused.copies().forEach(copy -> customers.put(copy.disclosure(), honey(copy)));
    long draws = customers.values().stream().mapToLong(HoneyCustomers::draws).sum();
    List<HoneyEvidence.Hit> hits = hits(accused, customers);
    long rows = bundle.file().rows().read();
    boolean holds = ranked.honeyAmong() == 0 && !bundle.file().leak().isEmpty();
    double honey =
        holds
            ? HoneyEvidence.log(rows, draws, hits)
            : HoneyEvidence.log(rows, draws, ranked.honeyAmong(), hits);
    boolean right =
        marks == ranked.logMarks()
            && honey == ranked.logHoney()
            && draws == ranked.honey()
            && (holds || ranked.honeyAmong() >= draws);
    return right ? Optional.empty() : Optional.of("the score of " + ranked.party() + " is another");
  }

  /** How many honey customers the ledger says stand in a copy. */
  private int honey(Accused.Copy copy) {
    return disclosure(copy)
        .flatMap(entry -> entry.value("honey"))
        .map(Verification::count)
        .orElse(0);
  }

  /** The honey customers that the leaked rows show, each drawn again from its revealed key. */
  private List<HoneyEvidence.Hit> hits(Accused accused, Map<String, Integer> customers) {
    Map<String, HoneyKey> keys = new HashMap<>();
    accused.copies().forEach(c -> keys.put(c.disclosure(), c.honey()));
    List<HoneyEvidence.Hit> hits = new ArrayList<>();
    for (CaseFile.HoneyRow row : bundle.file().honey()) {
      for (CaseFile.Invented customer : new LinkedHashSet<>(row.invented())) {
        HoneyKey key = keys.get(customer.disclosure());
        long drawn = HoneyCustomers.draws(customers.getOrDefault(customer.disclosure(), 0));
        double factor =
            key == null || customer.draw() < 0 || customer.draw() >= drawn
                ? 0
                : HoneyParts.factor(key, customer.draw(), row.cells());
        if (factor > 0) {
          hits.add(
              new HoneyEvidence.Hit(customer.disclosure(), customer.draw(), row.number(), factor));
        }
      }
    }
    return hits;
  }

  private static int count(String text) {
    try {
      return Math.max(0, Math.min(1_000_000, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private Check bounds() {
    Set<String> faults = new TreeSet<>();
    for (CaseFile.Ranked ranked : bundle.file().ranking()) {
      double bound = Bound.of(bundle.file().candidates(), ranked.logMarks() + ranked.logHoney());
      if (bound != ranked.bound()) {
        faults.add("the bound of " + ranked.party() + " is another");
      }
    }
    return check(
        "bound",
        faults,
        "误指界限等于候选数除以似然比（N/E）",
        "the bound on accusing an innocent is the number of candidates over the likelihood ratio (N/E)");
  }

  private Check verdict() {
    CaseFile file = bundle.file();
    boolean named = file.verdict().equals(Verdict.NAMED.id());
    Set<String> faults = new TreeSet<>();
    for (CaseFile.Ranked ranked : file.ranking()) {
      if (named && ranked.accused() != ranked.bound() <= file.threshold()) {
        faults.add("the verdict and the bound of " + ranked.party() + " do not agree");
      }
    }
    if (file.verdict().equals(Verdict.PROBABLE.id())) {
      bundle.accused().stream()
          .filter(this::onlyLate)
          .forEach(one -> faults.add("all that " + one.party() + " holds it received too late"));
    }
    boolean silent =
        file.verdict().equals(Verdict.CANNOT_SEPARATE.id())
            || file.verdict().equals(Verdict.INCONCLUSIVE.id());
    if (named == accused().isEmpty() || (silent && !accused().isEmpty())) {
      faults.add("the verdict does not stand behind those that it accuses");
    }
    return check(
        "verdict", faults, "结论与界限、门槛相符", "the verdict follows from the bounds and the threshold");
  }

  /** Whether nothing that the party holds was recorded before the material was seen. */
  private boolean onlyLate(Accused accused) {
    return bundle
        .file()
        .seen()
        .filter(
            seen ->
                accused.copies().stream()
                    .flatMap(copy -> disclosure(copy).stream())
                    .flatMap(entry -> entry.value("time").stream())
                    .noneMatch(time -> Instant.parse(time).isBefore(seen)))
        .isPresent();
  }

  private Check copies() {
    Set<String> faults = new TreeSet<>();
    for (Accused accused : bundle.accused()) {
      for (Accused.Copy copy : accused.copies()) {
        OptionalLong release =
            copy.release() < 0 ? OptionalLong.empty() : OptionalLong.of(copy.release());
        boolean right =
            release.isEmpty()
                || bundle
                    .entry(release.getAsLong(), "release")
                    .filter(
                        entry -> entry.value("disclosure").equals(Optional.of(copy.disclosure())))
                    .flatMap(entry -> entry.value("rows-root"))
                    .equals(Optional.of(copy.rebuiltRows().toString()));
        if (!right) {
          faults.add(
              "the copy made again of " + copy.disclosure() + " is not the one that was recorded");
        }
      }
    }
    return check(
        "copy",
        faults,
        "由保险库重新制作的副本与当时记下的副本逐行相同",
        "the copy made again from the vault is, row by row, the one that was recorded");
  }

  private static Check check(String name, Set<String> faults, String zh, String en) {
    String found = String.join("; ", faults.stream().limit(5).toList());
    return Check.of(
        name,
        faults.isEmpty(),
        new Words(zh, en),
        new Words("不成立：" + found, "does not hold: " + found));
  }
}
