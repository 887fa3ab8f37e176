package io.tidemark.app.command.calls;

import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Claim;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.evidence.CallCase;
import io.tidemark.terms.DisclosureId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Campaigns and their lists as JSON. */
final class CallJson {
  private static final int LISTED = 50;

  private CallJson() {}

  static Map<String, @Nullable Object> campaign(CallCase.Found found) {
    Campaign campaign = found.campaign();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("callers", campaign.callers().stream().map(CallingNumber::digits).toList());
    fields.put("customers", campaign.people());
    fields.put("within", campaign.within());
    fields.put("window_days", campaign.window());
    fields.put("share_of_all", campaign.share());
    fields.put("p_value", Math.exp(campaign.logChance()));
    fields.put("log10_p_value", campaign.logChance() / Math.log(10));
    fields.put("expected_by_chance", Math.exp(campaign.logExpected()));
    fields.put("first_day", LocalDate.ofEpochDay(campaign.firstDay()).toString());
    fields.put("last_day", LocalDate.ofEpochDay(campaign.lastDay()).toString());
    fields.put("tests", campaign.tests());
    fields.put("called", campaign.calls());
    fields.put(
        "claimed", found.said().people().entrySet().stream().map(CallJson::claimed).toList());
    fields.put("claimed_nothing_known", found.said().silent());
    fields.put("insurers_claimed", found.said().insurers());
    fields.put(
        "source", found.source().map(source -> attribution(source.attribution())).orElse(null));
    return fields;
  }

  private static Map<String, Object> claimed(Map.Entry<Claim, Integer> one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", one.getKey().id());
    fields.put("kind", one.getKey().kind().name().toLowerCase(Locale.ROOT));
    fields.put("zh", one.getKey().words().zh());
    fields.put("en", one.getKey().words().en());
    fields.put("people", one.getValue());
    return fields;
  }

  static Map<String, @Nullable Object> attribution(CallAttribution source) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("verdict", source.verdict().id());
    fields.put(
        "candidates", source.candidates().stream().limit(LISTED).map(CallJson::candidate).toList());
    fields.put("accused", source.accused().stream().map(CallAttribution.Candidate::party).toList());
    fields.put("outside", source.outside());
    fields.put("needed", source.needed().map(CallJson::needed).orElse(null));
    return fields;
  }

  private static Map<String, @Nullable Object> candidate(CallAttribution.Candidate one) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("party", one.party());
    fields.put("disclosure", one.disclosure().map(DisclosureId::text).orElse(null));
    fields.put("posterior", one.posterior());
    fields.put("calls_explained", one.explained());
    fields.put("without_what_was_known", one.lacking());
    fields.put("given_after_the_call", one.late());
    return fields;
  }

  private static Map<String, @Nullable Object> needed(CallAttribution.Needed needed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("reports", needed.reports().isPresent() ? needed.reports().getAsInt() : null);
    fields.put("zh", needed.words().zh());
    fields.put("en", needed.words().en());
    return fields;
  }
}
