package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.custody.calls.HeardCalls;
import io.tidemark.custody.calls.ShowingCalls;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.Reveal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What rang at alias numbers; callers are masked. */
@RestController
@Tag(name = "aliases")
class AliasCallsApi {
  private static final String CALLS = Paths.API + "/aliases/calls";
  private static final Pattern CURSOR = Pattern.compile("s([0-9]{1,8})");

  private final Home home;
  private final Rules rules;

  AliasCallsApi(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  private ShowingCalls.Shown shown(SignedInPerson person, int passedOver, int most) {
    InForce now = rules.inForce(person.rules());
    return new ShowingCalls(
            home.heardCalls(), Workshops.partyNumbers(home, home.vault()), now.register())
        .show(person.actor(), passedOver, most)
        .either(
            done -> done.what(),
            refused -> {
              throw Halt.refused(refused.refusal());
            });
  }

  /** A caller and a party whose lines it rang. */
  record SuspectedCaller(
      @Schema(description = "Its place in the list, the surest first.") String place,
      @Schema(description = "The calling number, masked.", example = "139******99") String caller,
      @Schema(description = "Parties that have registered the number as their own.")
          @JsonProperty("registered_with")
          List<String> registeredWith,
      @Schema(description = "How many lines it rang, each once.") long lines,
      String party,
      @Schema(description = "How many of the party's.") @JsonProperty("lines_of_party")
          int linesOfParty,
      @Schema(description = "The chance that one caller's calls name any innocent party.")
          double bound,
      Instant last,
      @Schema(description = "The ledger index of the entry that named the party; null for none.")
          @JsonProperty("named_in")
          @Nullable Long namedIn) {}

  @Operation(
      summary = "Who called alias numbers, and whose list they may work from",
      description = "Callers are masked. Each page is an entry of the ledger.")
  @GetMapping(CALLS)
  Page<SuspectedCaller> calls(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Page.check(limit);
    int passedOver = 0;
    if (after != null) {
      Matcher cursor = CURSOR.matcher(after);
      if (!cursor.matches()) {
        throw Page.unknownCursor();
      }
      passedOver = Integer.parseInt(cursor.group(1));
    }
    List<SuspectedCaller> found = new ArrayList<>();
    for (ShowingCalls.Suspect one : shown(person, passedOver, limit + 1).suspects()) {
      found.add(
          new SuspectedCaller(
              "s" + (passedOver + found.size() + 1),
              one.caller().reveal(Reveal.SHOW),
              one.of(),
              one.rung(),
              one.party(),
              one.lines(),
              one.bound(),
              one.last(),
              one.named().orElse(null)));
    }
    return Page.of(CALLS, limit, found, SuspectedCaller::place);
  }

  /** How often lines of one kind rang. */
  record LinesRung(
      int lines,
      int rung,
      long calls,
      @Schema(description = "Calls of one line in one day.") @JsonProperty("per_line_day")
          double perLineDay) {
    static LinesRung of(HeardCalls.Rate rate) {
      return new LinesRung(rate.lines(), rate.rung(), rate.calls(), rate.perLineDay());
    }
  }

  /** What was heard on one party's lines. */
  record PartyCalls(
      String party,
      @JsonProperty("put_through") long putThrough,
      long refused,
      @JsonProperty("called_back") long calledBack,
      @Schema(description = "Calls by anybody else.") long sightings,
      @Schema(description = "For how many callers the party is named.") long named) {}

  /** What rang. */
  record CallsHeard(
      @Schema(description = "The first call that is kept; null for none.") @Nullable Instant since,
      @Schema(description = "Lines that are given to nobody, ever: the background.")
          LinesRung control,
      LinesRung free,
      @Schema(description = "The parties' and the people's own calls left out.") LinesRung given,
      @Schema(description = "Calls without a number.") long withheld,
      List<PartyCalls> parties) {}

  @Operation(summary = "How often alias numbers rang: the background, and each party's")
  @GetMapping(CALLS + "/summary")
  CallsHeard summary(SignedInPerson person) {
    ShowingCalls.Shown shown = shown(person, 0, 0);
    HeardCalls.Summary summary = shown.summary();
    List<PartyCalls> parties =
        shown.parties().stream()
            .map(
                one ->
                    new PartyCalls(
                        one.party(),
                        one.tries(),
                        one.refused(),
                        one.back(),
                        one.sightings(),
                        one.named()))
            .toList();
    return new CallsHeard(
        summary.since().orElse(null),
        LinesRung.of(summary.control()),
        LinesRung.of(summary.free()),
        LinesRung.of(summary.given()),
        summary.withheld(),
        parties);
  }
}
