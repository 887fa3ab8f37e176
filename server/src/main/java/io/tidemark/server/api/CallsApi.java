package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.calls.Ring;
import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.classify.Labels;
import io.tidemark.custody.calls.Reporting;
import io.tidemark.evidence.CallCase;
import io.tidemark.formats.calls.CallFile;
import io.tidemark.formats.calls.SuspectsJson;
import io.tidemark.formats.calls.WrittenCall;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.terms.China;
import io.tidemark.terms.ReportId;
import io.tidemark.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports of calls as they come, and what the last inquiry found. */
@RestController
@Tag(name = "calls")
class CallsApi {
  private static final String CALLS = Paths.API + "/calls";
  private static final String CAMPAIGNS = CALLS + "/campaigns";
  private static final String CALLERS = Paths.API + "/callers";
  private static final String JSON = "application/json";

  private final Home home;
  private final Rules rules;
  private final Vault vault;
  private final Clock clock;

  CallsApi(Home home, Rules rules, Clock clock) {
    this.home = home;
    this.rules = rules;
    this.vault = home.vault();
    this.clock = clock;
  }

  /** One call as it was told. */
  @Schema(name = "CallReported")
  record Told(
      @Schema(
              description = "When, as people write it; without a zone Beijing's.",
              example = "2026-11-03 10:22")
          @Nullable String at,
      @Schema(description = "The number that was called.") @Nullable String called,
      @Schema(description = "The number that called; null where it is not known.")
          @Nullable String calling,
      @Schema(
              description =
                  "What the caller knew; 无 or none where nothing, null where nobody said.",
              example = "车牌、到期日")
          @Nullable String knew,
      @Schema(description = "Who they said they were.", example = "保险公司") @Nullable String claimed,
      @Schema(description = "What was said.", maxLength = Reporting.LONGEST)
          @Nullable String text) {
    @Override
    public String toString() {
      return "Told";
    }
  }

  /** One call or several. */
  @Schema(name = "CallsReported")
  record Reports(@Schema(description = "1 to 500 calls.") @Nullable List<Told> reports) {
    @Override
    public String toString() {
      return "Reports";
    }
  }

  /** The receipt. */
  @Schema(name = "CallsReceipt")
  record Kept(
      @Schema(description = "Names these reports and nobody.") String receipt,
      int reports,
      @Schema(description = "The day on which they go by themselves.") LocalDate until,
      long entry) {}

  @Operation(
      summary = "Report one call, or several",
      description =
          "Kept sealed until an inquiry (./tidemark calls) opens all, or until their day. All of a"
              + " batch or none: a call without a time or a number is 422, bad-report, by its place.")
  @PostMapping(path = CALLS, consumes = JSON, produces = JSON)
  @ResponseStatus(HttpStatus.CREATED)
  Kept report(SignedInPerson person, @RequestBody Reports told) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.REPORT_CALLS);
    List<Ring> rings = new ArrayList<>();
    Labels labels = Labels.asOf(China.day(clock.instant()));
    for (Told one : told.reports() == null ? List.<Told>of() : told.reports()) {
      rings.add(ring(labels, one, rings.size()));
    }
    var done =
        OneNumber.done(
            new Reporting(vault, home.callReports(), now.register()).report(person.actor(), rings),
            now);
    ReportId id = done.what();
    return new Kept(
        id.text(),
        rings.size(),
        China.day(
            now.register().now().plus(Duration.ofDays(now.policy().retention().callReportDays()))),
        done.receipt().index());
  }

  private static Ring ring(Labels labels, @Nullable Told told, int place) {
    Optional<Ring> ring =
        told == null || text(told.text()).length() > Reporting.LONGEST
            ? Optional.empty()
            : WrittenCall.of(
                    text(told.at()),
                    text(told.called()),
                    text(told.calling()),
                    text(told.knew()),
                    text(told.claimed()),
                    text(told.text()))
                .read(labels);
    return ring.orElseThrow(
        () ->
            Halt.with(
                422,
                "bad-report",
                "第 " + (place + 1) + " 份举报没有可读的时间或被叫号码，或内容超过 2000 字符",
                "report "
                    + (place + 1)
                    + " tells no time or no called number that can be read, or more than 2,000"
                    + " characters"));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** A campaign of the last inquiry, with nobody who was called. */
  @Schema(name = "CallCampaign")
  record Ranked(
      @Schema(description = "Its place, from 1: the surest first.") int rank,
      List<String> numbers,
      @Schema(description = "What it rests on.") String evidence,
      @JsonProperty("log10_p_value") double p,
      @JsonProperty("log10_expected_by_chance") double expected,
      @JsonProperty("people_called") int called,
      @JsonProperty("within_window") int within,
      @JsonProperty("window_days") int window,
      @JsonProperty("first_day") LocalDate firstDay,
      @JsonProperty("last_day") LocalDate lastDay,
      @Schema(description = "The case, for ./tidemark evidence.") @JsonProperty("case")
          String caseId) {
    static Ranked of(int rank, Campaign campaign, String caseId) {
      return new Ranked(
          rank,
          campaign.callers().stream().map(CallingNumber::digits).toList(),
          SuspectsJson.BY_DAYS,
          campaign.logChance() / Math.log(10),
          campaign.logExpected() / Math.log(10),
          campaign.calls(),
          campaign.within(),
          campaign.window(),
          LocalDate.ofEpochDay(campaign.firstDay()),
          LocalDate.ofEpochDay(campaign.lastDay()),
          caseId);
    }
  }

  @Operation(summary = "The campaigns that the last inquiry into calls found, the surest first")
  @GetMapping(CAMPAIGNS)
  Page<Ranked> campaigns(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    rules.inForce(person.rules()).unlessMay(person.actor(), Act.INQUIRE);
    List<Ranked> all = new ArrayList<>();
    last()
        .ifPresent(
            file ->
                file.campaigns()
                    .forEach(one -> all.add(Ranked.of(all.size() + 1, one.campaign(), file.id()))));
    return Page.within(CAMPAIGNS, limit, after, all, one -> String.valueOf(one.rank()));
  }

  /** Which number. */
  @Schema(name = "CallerAsked")
  record Asked(@Schema(description = "A calling number, whole.") @Nullable String number) {
    @Override
    public String toString() {
      return "Asked";
    }
  }

  /** What is known of one calling number; nothing of anybody who was called, nor whose list. */
  @Schema(name = "CallerAnswer")
  record Known(
      boolean suspected,
      @Schema(
              description = "What it rests on; null where it is not suspected.",
              allowableValues = {SuspectsJson.BY_DAYS})
          @Nullable String evidence,
      @JsonProperty("log10_p_value") @Nullable Double p,
      @JsonProperty("log10_expected_by_chance") @Nullable Double expected,
      @JsonProperty("first_day") @Nullable LocalDate firstDay,
      @JsonProperty("last_day") @Nullable LocalDate lastDay) {
    private static final Known NOTHING = new Known(false, null, null, null, null, null);

    static Known of(Campaign campaign) {
      return new Known(
          true,
          SuspectsJson.BY_DAYS,
          campaign.logChance() / Math.log(10),
          campaign.logExpected() / Math.log(10),
          LocalDate.ofEpochDay(campaign.firstDay()),
          LocalDate.ofEpochDay(campaign.lastDay()));
    }
  }

  @Operation(
      summary = "Whether one calling number is suspected of working from a leaked list",
      description =
          "As of the last inquiry. The number stands in the body, so that it is in no address and"
              + " no log.")
  @PostMapping(path = CALLERS, consumes = JSON, produces = JSON)
  Known caller(SignedInPerson person, @RequestBody Asked asked) {
    rules.inForce(person.rules()).unlessMay(person.actor(), Act.REPORT_CALLS);
    long caller = CallFile.caller(text(asked.number()));
    if (caller == 0) {
      throw Halt.with(422, "no-number", "请给出一个完整的号码", "give one whole number");
    }
    return last().stream()
        .flatMap(file -> file.campaigns().stream())
        .map(CallCase.Found::campaign)
        .filter(campaign -> campaign.callers().contains(caller))
        .findFirst()
        .map(Known::of)
        .orElse(Known.NOTHING);
  }

  private Optional<CallCase> last() {
    return CallCases.last(home, vault);
  }
}
