package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.evidence.CallCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a valid bundle about calls says, word by word as it was checked. */
record VerifiedCalls(CallCase file) {
  void say(Answer.Builder answer) {
    answer.field("verified", fields());
    answer.say(
        "  案件 " + file.id() + " 第 " + file.attempt() + " 次询问：" + file.calls() + " 次来电",
        "  Case " + file.id() + ", attempt " + file.attempt() + ": " + file.calls() + " calls");
    for (CallCase.Found found : file.campaigns()) {
      Campaign campaign = found.campaign();
      String callers = CallingNumber.digits(campaign.callers().get(0));
      String p = String.format(Locale.ROOT, "10^%.1f", campaign.logChance() / Math.log(10));
      String source = found.source().map(one -> told(one.attribution())).orElse("-");
      answer.say(
          "  活动：" + callers + " 等 " + campaign.callers().size() + " 个号码，p = " + p + "，" + source,
          "  Campaign: "
              + callers
              + " ("
              + campaign.callers().size()
              + " in all), p = "
              + p
              + ", "
              + source);
    }
    file.together()
        .map(all -> told(all.attribution()))
        .ifPresent(all -> answer.say("  全部来电：" + all, "  All calls together: " + all));
    Materials.say(answer, file.material());
  }

  private static String told(CallAttribution source) {
    return source.verdict().id()
        + " "
        + String.join(
            ", ",
            source.accused().stream()
                .map(one -> String.format(Locale.ROOT, "%s (%.3f)", one.party(), one.posterior()))
                .toList());
  }

  private Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("case", file.id());
    fields.put("attempt", file.attempt());
    fields.put("calls", file.calls());
    fields.put("campaigns", file.campaigns().stream().map(VerifiedCalls::campaign).toList());
    fields.put("together", file.together().map(all -> source(all.attribution())).orElse(null));
    fields.put("material", Materials.fields(file.material()));
    fields.put("reports_checked", false);
    return fields;
  }

  private static Map<String, @Nullable Object> campaign(CallCase.Found found) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<String> callers = found.campaign().callers().stream().map(CallingNumber::digits).toList();
    fields.put("callers", callers);
    fields.put("log10_p_value", found.campaign().logChance() / Math.log(10));
    fields.put("source", found.source().map(one -> source(one.attribution())).orElse(null));
    return fields;
  }

  private static Map<String, Object> source(CallAttribution source) {
    return Map.of(
        "verdict",
        source.verdict().id(),
        "accused",
        source.accused().stream().map(CallAttribution.Candidate::party).toList());
  }
}
