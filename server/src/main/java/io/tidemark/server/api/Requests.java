package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Asking;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Twins;
import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.LeakCondition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Requests as JSON, with the names that the commands have. */
final class Requests {
  /** The most characters of a reason. */
  static final int LONGEST_REASON = 2_000;

  private Requests() {}

  /** What is asked for. */
  record Wanted(
      @Schema(description = "The party that would receive.", example = "ag-0001")
          @Nullable String to,
      @Schema(example = "renewal-service") @Nullable String purpose,
      @Schema(example = "[\"姓名\",\"车牌号\",\"终保日期\"]") @Nullable List<String> columns,
      @Schema(
              description =
                  "A condition, see docs/conditions.md, on what is asked for in plain; who is meant"
                      + " by too few people's condition is not told. Either this or subjects.",
              example = "终保日期 2026-12-01..2026-12-31")
          @Nullable String where,
      @Nullable Subjects subjects) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  /** People named by one of their numbers. */
  record Subjects(
      @Schema(description = "保单号, 车架号, 车牌号, 手机号 or 证件号码.", example = "保单号") @Nullable String kind,
      @Nullable List<String> values) {
    @Override
    public String toString() {
      return "Subjects";
    }
  }

  /** From how many leaked rows the recipient could be named; null where never. */
  record Rows(
      @JsonProperty("as_released") @Nullable Integer asReleased,
      @Nullable Integer cleaned,
      @Nullable Integer retyped,
      @Nullable Integer standardised) {
    static Rows of(RowsToName rows) {
      return new Rows(
          number(rows.asReleased()),
          number(rows.cleaned()),
          number(rows.retyped()),
          number(rows.standardised()));
    }

    private static @Nullable Integer number(OptionalInt rows) {
      return rows.isPresent() ? rows.getAsInt() : null;
    }
  }

  /** A request that was made. */
  record Made(
      String request,
      String state,
      @JsonProperty("approvals_needed") int approvalsNeeded,
      @JsonProperty("duties_needed") List<String> dutiesNeeded,
      int people,
      @Schema(description = "How many of the subjects are not in custody.") long unknown,
      @JsonProperty("rows_to_name") Rows rowsToName,
      @JsonProperty("recipients_counted") int recipientsCounted,
      Map<String, Integer> demanded,
      @JsonProperty("demand_met") boolean demandMet,
      @Schema(description = "Why it would not be released as it stands; null when it would.")
          @JsonProperty("would_be_refused")
          @Nullable String wouldBeRefused,
      @Schema(description = "Who holds exactly the same people, twenty at most.")
          @JsonProperty("identical_to")
          List<String> identicalTo,
      @JsonProperty("identical_count") int identicalCount,
      @JsonProperty("separated_by") List<String> separatedBy,
      @Schema(description = "The rule that decided.") String rule,
      @Schema(description = "Why, in one sentence.") String why,
      @JsonProperty("decide_by") Instant decideBy,
      @JsonProperty("use_by") Instant useBy,
      long entry) {
    static Made of(Recorded.Done<Asking.Asked> end, long unknown, Twins twins, Language language) {
      Request request = end.what().request();
      var foreseen = end.what().foreseen();
      return new Made(
          request.id().text(),
          stateOf(request.state()),
          request.rule().quorum(),
          dutiesOf(request.rule()),
          request.ask().people(),
          unknown,
          Rows.of(foreseen.traceability().rowsToName()),
          foreseen.traceability().recipients(),
          demanded(foreseen.demanded()),
          foreseen.refusal().isEmpty(),
          foreseen.refusal().map(refusal -> refusal.reason().in(language)).orElse(null),
          twins.named(),
          twins.count(),
          Twins.separatedBy(foreseen.traceability()),
          end.what().needed().rule(),
          end.what().needed().why().in(language),
          request.decideBy(),
          request.useBy(),
          end.receipt().index());
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
  }

  /** A request as it stands. */
  record Standing(
      String request,
      @Schema(
              allowableValues = {
                "waiting",
                "approved",
                "rejected",
                "used",
                "expired",
                "revoked",
                "review",
                "confirmed",
                "objected"
              })
          String state,
      @JsonProperty("asked_by") String askedBy,
      String to,
      String purpose,
      List<String> columns,
      int people,
      @JsonProperty("approvals_needed") int approvalsNeeded,
      @JsonProperty("duties_needed") List<String> dutiesNeeded,
      @JsonProperty("approved_by") List<String> approvedBy,
      @JsonProperty("decide_by") Instant decideBy,
      @JsonProperty("use_by") Instant useBy) {
    static Standing of(Request request, Instant now) {
      return new Standing(
          request.id().text(),
          stateOf(request.stateAt(now)),
          request.ask().actor(),
          request.ask().to(),
          request.ask().purpose(),
          request.columns().stream().map(FieldClass::zh).toList(),
          request.ask().people(),
          request.rule().quorum(),
          dutiesOf(request.rule()),
          request.approvedBy().stream().map(Voice::toString).sorted().toList(),
          request.decideBy(),
          request.useBy());
    }
  }

  /** For whom an approver speaks. */
  record Spoken(
      @Schema(description = "For whom, by delegation; left out: oneself, or whoever lent the duty.")
          @JsonProperty("for")
          @Nullable String delegator) {}

  /** Why a request is rejected, and for whom. */
  record Reason(
      @Schema(maxLength = LONGEST_REASON) @Nullable String why,
      @Schema(description = "For whom, by delegation; left out: oneself, or whoever lent the duty.")
          @JsonProperty("for")
          @Nullable String delegator) {
    @Override
    public String toString() {
      return "Reason";
    }
  }

  /** A request after somebody decided. */
  record Decided(
      String request,
      String state,
      @JsonProperty("approved_by") List<String> approvedBy,
      long entry) {
    static Decided of(Recorded.Done<Ruling.Moved<Request>> end) {
      Request request = end.what().after();
      return new Decided(
          request.id().text(),
          stateOf(request.state()),
          request.approvedBy().stream().map(Voice::toString).sorted().toList(),
          end.receipt().index());
    }
  }

  private static String stateOf(Request.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> dutiesOf(Policy.ApprovalRule rule) {
    return rule.duties().stream().map(Duty::id).sorted().toList();
  }
}
