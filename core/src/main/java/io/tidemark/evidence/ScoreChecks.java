package io.tidemark.evidence;

import io.tidemark.authorise.Policy;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.HoneyParts;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.RecipientKey;
import io.tidemark.trace.Bound;
import io.tidemark.trace.HoneyEvidence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the readings, scores and bounds follow from what is revealed, to the bit. */
record ScoreChecks(Bundle bundle, Held held) {
  Check readings() {
    Faults faults = new Faults();
    bundle.file().leak().forEach(row -> faults.addAll(EvidenceReading.faults(row)));
    return faults.check(
        "readings",
        "每一行都凭号码，或凭姓名加另外两处一致，与其记录相符；其写法可由证据包重新读出",
        "each row agrees with its record in a number, or in the name and two signs more, and its spellings are read again from the bundle alone");
  }

  Check scores() {
    Faults faults = new Faults();
    LikelihoodRatio ratio = new LikelihoodRatio(EvidenceReading.leak(bundle.file().leak()));
    for (CaseFile.Ranked ranked : bundle.ranked()) {
      bundle.revealed(ranked.party()).ifPresent(accused -> score(faults, ratio, ranked, accused));
    }
    return faults.check(
        "score",
        "由揭示的密钥与泄露的写法重新算出的似然比与案件结果逐位相同",
        "the likelihood ratio computed again from the revealed keys and the leaked spellings is the stated one, to the bit");
  }

  private void score(
      Faults faults, LikelihoodRatio ratio, CaseFile.Ranked ranked, Accused accused) {
    BitSet rows = held.rows(accused.party());
    double marks = ratio.logOf(rows::get, new RecipientKey(accused.recipientKey()));
    Map<String, Integer> customers = new HashMap<>();
    accused.copies().forEach(copy -> customers.put(copy.disclosure(), honey(copy)));
    long draws = customers.values().stream().mapToLong(HoneyCustomers::draws).sum();
    List<HoneyEvidence.Hit> hits = hits(accused, customers);
    long read = bundle.file().rows().read();
    boolean holds = !rows.isEmpty();
    double honey =
        holds
            ? HoneyEvidence.log(read, draws, hits)
            : HoneyEvidence.log(read, draws, ranked.honeyAmong(), hits);
    faults.unless(
        marks == ranked.logMarks() && honey == ranked.logHoney() && draws == ranked.honey(),
        "the score of " + ranked.party() + " is another");
    faults.unless(
        holds ? ranked.honeyAmong() == 0 : ranked.honeyAmong() >= Math.max(1, draws),
        "whether " + ranked.party() + " was given any of the leaked people is not as stated");
    boolean among =
        ranked
            .disclosure()
            .map(id -> accused.copies().stream().anyMatch(copy -> copy.disclosure().equals(id)))
            .orElse(true);
    faults.unless(among, "the disclosure of " + ranked.party() + " is not among its copies");
  }

  /** How many honey customers the ledger says stand in a copy. */
  private int honey(Accused.Copy copy) {
    return bundle
        .disclosure(copy)
        .flatMap(entry -> entry.value("honey"))
        .map(ScoreChecks::count)
        .orElse(0);
  }

  private static int count(String text) {
    try {
      return Math.max(0, Math.min(1_000_000, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      return 0;
    }
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

  Check bounds() {
    CaseFile file = bundle.file();
    Faults faults = new Faults();
    Set<String> parties = new HashSet<>();
    for (CaseFile.Ranked ranked : file.ranking()) {
      faults.unless(parties.add(ranked.party()), ranked.party() + " is ranked twice");
      faults.unless(
          Bound.of(file.candidates(), ranked.logMarks() + ranked.logHoney()) == ranked.bound(),
          "the bound of " + ranked.party() + " is another");
    }
    long holding = file.ranking().stream().filter(ranked -> ranked.honeyAmong() == 0).count();
    faults.unless(
        file.candidates() >= 1 + holding, "more parties are ranked than the bound counts");
    double most = Bound.atAttempt(Policy.LOOSEST_BOUND, Math.max(1, file.attempt()));
    faults.unless(
        file.attempt() >= 1 && file.threshold() > 0 && file.threshold() <= most,
        "the threshold is not one that attempt " + file.attempt() + " may have");
    return faults.check(
        "bound",
        "误指界限等于候选数除以似然比（N/E），候选数不少于所列候选方，门槛不超过本次追溯所允许的",
        "the bound on accusing an innocent is the number of candidates over the likelihood ratio (N/E), N covers every listed candidate, and the threshold is one that this attempt may have");
  }
}
