package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidemark.authorise.Request;
import io.tidemark.custody.Forecast;
import io.tidemark.custody.Twins;
import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.RequestId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What was foreseen of a request as JSON, with the names that the commands have. */
record Foreseen(
    @Schema(description = "When it was foreseen: people, parties and policy as they were then.")
        Instant planned,
    @Schema(description = "The records counted stood before this entry of the ledger.")
        @JsonProperty("as_of")
        long asOf,
    @Schema(
            description =
                "The form of each column, in the order of the list: plain, generalised, masked,"
                    + " alias, token, withheld.",
            example = "{\"姓名\":\"plain\",\"手机号\":\"masked\"}")
        Map<String, String> forms,
    @Schema(description = "How many leaked rows would name the recipient, in four conditions.")
        @JsonProperty("rows_to_name")
        Rows rowsToName,
    @Schema(description = "How many parties were counted as candidates; null where not recorded.")
        @JsonProperty("recipients_counted")
        @Nullable Integer recipientsCounted,
    @Schema(description = "From how many rows the policy demanded it, by condition.")
        Map<String, Integer> demanded,
    @JsonProperty("demand_met") boolean demandMet,
    @Schema(description = "How many honey customers the policy's demand needs in the copy.")
        int honey,
    @Schema(description = "Who held exactly the same people, twenty at most.")
        @JsonProperty("identical_to")
        List<String> identicalTo,
    @Schema(description = "How many they are; null where not recorded.")
        @JsonProperty("identical_count")
        @Nullable Integer identicalCount,
    @Schema(description = "What would tell their copies apart: marks, honey.")
        @JsonProperty("separated_by")
        List<String> separatedBy) {
  /** From how many leaked rows the recipient could be named; null where never. */
  record Rows(
      @JsonProperty("as_released") @Nullable Integer asReleased,
      @Nullable Integer cleaned,
      @Nullable Integer retyped,
      @Nullable Integer standardised) {
    private static Rows of(RowsToName rows) {
      return new Rows(
          number(rows.asReleased()),
          number(rows.cleaned()),
          number(rows.retyped()),
          number(rows.standardised()));
    }
  }

  static Foreseen of(Forecast forecast) {
    Map<String, String> forms = new LinkedHashMap<>();
    forecast.forms().forEach((field, form) -> forms.put(field.zh(), form.id()));
    return new Foreseen(
        forecast.planned(),
        forecast.asOf(),
        forms,
        Rows.of(forecast.rows()),
        number(forecast.recipients()),
        demanded(forecast.demanded()),
        forecast.meetsDemand(),
        forecast.honey(),
        forecast.twins().map(Twins::named).orElse(List.of()),
        forecast.twins().map(Twins::count).orElse(null),
        forecast.separatedBy());
  }

  static @Nullable Foreseen of(Map<RequestId, Forecast> forecasts, Request request) {
    Forecast forecast = forecasts.get(request.id());
    return forecast == null ? null : of(forecast);
  }

  private static Map<String, Integer> demanded(Map<LeakCondition, Integer> demanded) {
    Map<String, Integer> byName = new LinkedHashMap<>();
    for (LeakCondition condition : LeakCondition.values()) {
      Integer rows = demanded.get(condition);
      if (rows != null) {
        byName.put(condition.id(), rows);
      }
    }
    return byName;
  }

  private static @Nullable Integer number(OptionalInt rows) {
    return rows.isPresent() ? rows.getAsInt() : null;
  }
}
