package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Asking;
import io.tidemark.custody.Forecast;
import io.tidemark.custody.Recorded;
import io.tidemark.server.rules.InForce;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as JSON, with the names that the commands have. */
final class Requests {
  /** The most characters of a reason. */
  static final int LONGEST_REASON = 2_000;

  private static final String NOT_KEPT =
      "What was foreseen when the request was made; null where an earlier version made it.";

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

  /** A request that was made. */
  record Made(
      String request,
      String state,
      @JsonProperty("approvals_needed") int approvalsNeeded,
      @JsonProperty("duties_needed") List<String> dutiesNeeded,
      int people,
      @Schema(description = "How many of the subjects are not in custody.") long unknown,
      @Schema(
              description =
                  "How many of them would be left out now because they do not want it, or did not"
                      + " consent; null for none and where they are too few to be told of.")
          @JsonProperty("left_out")
          @Nullable Integer leftOut,
      @JsonUnwrapped Foreseen forecast,
      @Schema(description = "Why it would not be released as it stands; null when it would.")
          @JsonProperty("would_be_refused")
          @Nullable String wouldBeRefused,
      @Schema(description = "The rule that decided.") String rule,
      @Schema(description = "Why, in one sentence.") String why,
      @JsonProperty("decide_by") Instant decideBy,
      @JsonProperty("use_by") Instant useBy,
      long entry) {
    static Made of(Recorded.Done<Asking.Asked> end, long unknown, Language language) {
      Request request = end.what().request();
      return new Made(
          request.id().text(),
          stateOf(request.state()),
          request.rule().quorum(),
          dutiesOf(request.rule()),
          request.ask().people(),
          unknown,
          end.what().leftOut() == 0 ? null : end.what().leftOut(),
          Foreseen.of(end.what().forecast()),
          end.what().unmet().map(refusal -> refusal.reason().in(language)).orElse(null),
          end.what().needed().rule(),
          end.what().needed().why().in(language),
          request.decideBy(),
          request.useBy(),
          end.receipt().index());
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
      @JsonProperty("use_by") Instant useBy,
      @Schema(description = NOT_KEPT) @Nullable Foreseen forecast,
      @Schema(description = "Whether another policy counts by now: only stricter forms can follow.")
          @JsonProperty("policy_changed")
          boolean policyChanged) {
    static Standing of(Request request, Map<RequestId, Forecast> forecasts, InForce now) {
      return new Standing(
          request.id().text(),
          stateOf(request.stateAt(now.register().now())),
          request.ask().actor(),
          request.ask().to(),
          request.ask().purpose(),
          request.columns().stream().map(FieldClass::zh).toList(),
          request.ask().people(),
          request.rule().quorum(),
          dutiesOf(request.rule()),
          request.approvedBy().stream().map(Voice::toString).sorted().toList(),
          request.decideBy(),
          request.useBy(),
          Foreseen.of(forecasts, request),
          !request.policy().equals(now.policy().digest()));
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

  /** A request after somebody decided, with what was decided. */
  record Decided(
      String request,
      String state,
      @JsonProperty("approved_by") List<String> approvedBy,
      String to,
      String purpose,
      List<String> columns,
      int people,
      @Schema(description = NOT_KEPT) @Nullable Foreseen forecast,
      long entry) {
    static Decided of(
        Recorded.Done<Ruling.Moved<Request>> end, Map<RequestId, Forecast> forecasts) {
      Request request = end.what().after();
      return new Decided(
          request.id().text(),
          stateOf(request.state()),
          request.approvedBy().stream().map(Voice::toString).sorted().toList(),
          request.ask().to(),
          request.ask().purpose(),
          request.columns().stream().map(FieldClass::zh).toList(),
          request.ask().people(),
          Foreseen.of(forecasts, request),
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
