package io.tidemark.app.evidence;

import io.tidemark.authorise.Chain;
import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Claim;
import io.tidemark.calls.said.Spread;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.evidence.CallCase;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Campaigns and their lists in sentences.
 *
 * @param chain knows the parties' names
 */
public record CallSentences(Chain chain) {
  private static final int SHOWN = 5;

  /** Campaigns beyond these are counted only. */
  private static final int MOST = 20;

  /** Numbers are told by how they begin from so many digits on that they share. */
  private static final int BEGINS_ALIKE = 5;

  /** What a case says, of each of its first campaigns and of all calls together. */
  public List<Words> all(CallCase file) {
    List<Words> words = new ArrayList<>();
    file.campaigns().stream().limit(MOST).forEach(found -> words.addAll(campaign(found)));
    file.together().ifPresent(all -> words.addAll(together(all.attribution())));
    return words;
  }

  private List<Words> campaign(CallCase.Found found) {
    Campaign campaign = found.campaign();
    Words callers = callers(campaign.callers());
    Words claimed = claimed(found.said());
    String byChance = number(campaign.calls() * campaign.share());
    String p = chance(campaign.logChance());
    List<Words> words = new ArrayList<>();
    words.add(
        new Words(
            callers.zh()
                + claimed.zh()
                + "：打给 "
                + campaign.calls()
                + " 位客户，其中 "
                + campaign.within()
                + " 位在保险到期前 "
                + campaign.window()
                + " 天内（偶然约 "
                + byChance
                + " 位），p = "
                + p,
            callers.en()
                + claimed.en()
                + ": "
                + campaign.within()
                + " of "
                + campaign.calls()
                + " customers called in the "
                + campaign.window()
                + " days before the end of cover (by chance: "
                + byChance
                + "), p = "
                + p));
    found.source().ifPresent(source -> words.addAll(verdict("  ", "  ", source.attribution())));
    return words;
  }

  /** A number, some, or how many begin alike. */
  private static Words callers(List<Long> callers) {
    List<String> digits = callers.stream().map(CallingNumber::digits).toList();
    String alike = digits.get(0);
    for (String one : digits) {
      int same = 0;
      while (same < Math.min(alike.length(), one.length())
          && alike.charAt(same) == one.charAt(same)) {
        same++;
      }
      alike = alike.substring(0, same);
    }
    if (digits.size() > SHOWN && alike.length() >= BEGINS_ALIKE) {
      return new Words(
          "以 " + alike + " 开头的 " + digits.size() + " 个号码",
          digits.size() + " numbers that begin with " + alike);
    }
    List<String> some = digits.subList(0, Math.min(SHOWN, digits.size()));
    int more = digits.size() - some.size();
    return new Words(
        String.join("、", some) + (more > 0 ? " 等 " + digits.size() + " 个号码" : ""),
        String.join(", ", some) + (more > 0 ? " and " + more + " more numbers" : ""));
  }

  private static Words claimed(Spread said) {
    if (said.people().isEmpty()) {
      return new Words("", "");
    }
    List<Map.Entry<Claim, Integer>> most = said.people().entrySet().stream().limit(SHOWN).toList();
    return new Words(
        "，自称"
            + most.stream()
                .map(one -> one.getKey().words().zh() + " " + one.getValue())
                .collect(Collectors.joining("、"))
            + " 次",
        ", said they were "
            + most.stream()
                .map(one -> one.getKey().words().en() + " (" + one.getValue() + ")")
                .collect(Collectors.joining(", ")));
  }

  private static String number(double expected) {
    return String.format(Locale.ROOT, expected < 10 ? "%.1f" : "%.0f", expected);
  }

  private List<Words> together(CallAttribution all) {
    return verdict("全部来电合在一起：", "all calls together: ", all);
  }

  private List<Words> verdict(String zh, String en, CallAttribution source) {
    List<Words> words = new ArrayList<>();
    String accused =
        source.accused().stream().limit(SHOWN).map(this::name).collect(Collectors.joining("、"));
    words.add(
        switch (source.verdict()) {
          case PROBABLE, NAMED ->
              new Words(
                  zh + "很可能（probable）用的是给 " + accused + " 的名单；来电不足以指认",
                  en + "probable: the list given to " + accused + "; calls are not enough to name");
          case CANNOT_SEPARATE ->
              new Words(
                  zh + "无法区分（cannot_separate）：" + accused + "，不指认任何一方",
                  en + "cannot separate " + accused + "; nobody is accused");
          case INCONCLUSIVE ->
              new Words(zh + "证据不足（inconclusive），不指认任何一方", en + "inconclusive; nobody is accused");
        });
    source.candidates().stream().limit(3).forEach(one -> words.add(candidate(one)));
    source.needed().ifPresent(needed -> words.add(needed.words()));
    return words;
  }

  private Words candidate(CallAttribution.Candidate one) {
    String posterior = String.format(Locale.ROOT, "%.3f", one.posterior());
    return new Words(
        "    "
            + name(one)
            + "：概率 "
            + posterior
            + "，能解释 "
            + one.explained()
            + " 位"
            + (one.late() > 0 ? "，来电之后才收到 " + one.late() + " 位" : "")
            + (one.lacking() > 0 ? "，从未收到对方所知信息 " + one.lacking() + " 位" : ""),
        "    "
            + name(one)
            + ": probability "
            + posterior
            + ", explains "
            + one.explained()
            + (one.late() > 0 ? ", given only after the call " + one.late() : "")
            + (one.lacking() > 0 ? ", never given what was known " + one.lacking() : ""));
  }

  private String name(CallAttribution.Candidate one) {
    return chain.party(one.party()).map(Party::name).orElse("")
        + "（"
        + one.party()
        + one.disclosure().map(id -> "，" + id).orElse("")
        + "）";
  }

  /** {@code 1e-312} too, which a double does not hold. */
  private static String chance(double log) {
    double exponent = Math.floor(log / Math.log(10));
    double digits = Math.exp(log - exponent * Math.log(10));
    return log > Math.log(.01)
        ? String.format(Locale.ROOT, "%.2f", Math.exp(log))
        : String.format(Locale.ROOT, "%.1fe%.0f", digits, exponent);
  }
}
