package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Hours;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Quota;
import io.tidemark.authorise.Usage;
import io.tidemark.server.rules.InForce;
import io.tidemark.terms.Channel;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What partners' systems say and are told, as JSON. */
final class PartnerLists {
  private PartnerLists() {}

  /** What is asked for. */
  @Schema(name = "PartnerListWanted")
  record Wanted(
      @Schema(description = "One of the caller's own grants.", example = "g-0123456789abcdef")
          @Nullable String grant,
      @Schema(example = "renewal-service") @Nullable String purpose,
      @Schema(description = "Those of the grant where it is silent.", example = "[\"姓名\",\"车牌号\"]")
          @Nullable List<String> columns,
      @Schema(
              description =
                  "A condition on columns that are given in plain, see docs/conditions.md. Either this, subjects, or neither for all of the caller's own people.",
              example = "终保日期 2026-12-01..2026-12-31")
          @Nullable String where,
      Requests.@Nullable Subjects subjects,
      @Schema(
              allowableValues = {"json", "csv"},
              defaultValue = "json")
          @Nullable String format) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  /** A list that can be fetched. */
  record Prepared(
      String list,
      @Schema(description = "Where it is fetched.") String href,
      String format,
      @Schema(description = "SHA-256 of the bytes that will be fetched, as the ledger has it.")
          String sha256,
      @Schema(description = "After this instant it can no longer be fetched.") Instant until,
      @Schema(description = "The rule that decided.") String rule,
      long entry) {}

  /** The caller. */
  @Schema(name = "PartnerMe")
  record Me(
      String party,
      String name,
      OwnCertificate certificate,
      @Schema(description = "How many people are the caller's own.") int people,
      @Schema(description = "The grants under which lists can be fetched today.")
          List<OwnGrant> grants) {}

  /** The caller's certificate. */
  record OwnCertificate(String fingerprint, String serial, Instant until) {}

  /** How many people in all, and how many are left of them. */
  record QuotaLeft(int people, int days, long left) {}

  /** A grant of the caller. */
  record OwnGrant(
      String grant,
      String purpose,
      List<String> columns,
      @Schema(description = "The form in which each column is given.") Map<String, String> forms,
      @JsonProperty("people_at_most") int peopleAtMost,
      @Nullable LocalDate from,
      LocalDate until,
      @Schema(description = "Hours of the day in China; null where it is silent.")
          @Nullable String hours,
      @Schema(description = "Null where it is silent.") @Nullable QuotaLeft quota,
      @Schema(description = "Whether lists can be fetched under it today.") boolean usable,
      String state) {
    static OwnGrant of(Grant grant, InForce rules, Usage usage) {
      Instant now = rules.register().now();
      return new OwnGrant(
          grant.id().text(),
          grant.purpose(),
          grant.columns().stream().map(FieldClass::zh).toList(),
          forms(grant, rules),
          grant.peopleAtMost(),
          grant.limits().from().orElse(null),
          grant.until(),
          grant.limits().hours().map(Hours::toString).orElse(null),
          grant
              .limits()
              .quota()
              .map(quota -> left(quota, usage.people(grant.id(), quota.since(now))))
              .orElse(null),
          usable(grant, now),
          grant.stateOn(China.day(now)).name().toLowerCase(Locale.ROOT));
    }

    static boolean usable(Grant grant, Instant now) {
      return grant.usableOn(China.day(now)) && grant.limits().allow(Channel.API);
    }

    private static QuotaLeft left(Quota quota, long used) {
      return new QuotaLeft(quota.people(), quota.days(), Math.max(0, quota.people() - used));
    }

    private static Map<String, String> forms(Grant grant, InForce rules) {
      Map<FieldClass, Form> usual =
          rules
              .policy()
              .allowance(grant.purpose(), rules.chain().party(grant.to()))
              .map(Policy.Allowance::forms)
              .orElse(Map.of());
      Map<String, String> forms = new LinkedHashMap<>();
      for (FieldClass field : grant.columns()) {
        Form form = grant.forms().getOrDefault(field, usual.getOrDefault(field, Form.WITHHELD));
        forms.put(field.zh(), form.name().toLowerCase(Locale.ROOT));
      }
      return forms;
    }
  }
}
