package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Aliasing;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.vault.Vault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pool of alias numbers and whose they are; never a number. */
@RestController
@Tag(name = "aliases")
class AliasesApi {
  private static final String PATH = Paths.API + "/aliases";
  private static final String BINDINGS = PATH + "/bindings";
  private static final String JSON = "application/json";
  private static final Pattern CURSOR = Pattern.compile("n([0-9]{1,9})-([0-9]{1,18})");

  private final Home home;
  private final Rules rules;
  private final Vault vault;
  private final AliasBook book;

  AliasesApi(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
    this.vault = home.vault();
    this.book = home.aliases();
  }

  /** How many numbers there are on one line. */
  record Stock(
      String line,
      @Schema(allowableValues = {"mobile", "privacy", "fixed-line"}) String kind,
      int free,
      int bound,
      int resting,
      @Schema(description = "Given to nobody, ever.") @JsonProperty("kept_back") int keptBack) {}

  /** The pool. */
  record Pool(int free, List<Stock> lines) {}

  @Operation(summary = "How many alias numbers are free, bound, resting and kept back")
  @GetMapping(PATH + "/pool")
  Pool pool(SignedInPerson person) {
    rules.inForce(person.rules()).unlessMay(person.actor(), Act.KEEP_ALIASES);
    List<Stock> lines =
        book.stock().stream()
            .map(
                stock ->
                    new Stock(
                        stock.line(),
                        stock.kind().id(),
                        stock.free(),
                        stock.bound(),
                        stock.resting(),
                        stock.held()))
            .toList();
    return new Pool(lines.stream().mapToInt(Stock::free).sum(), lines);
  }

  /** One binding. */
  record Binding(
      @Schema(description = "Names the binding in this list; it is no number and no person.")
          String binding,
      String party,
      String purpose,
      @Schema(
              description =
                  "Whether it stands for somebody in custody: not so for a honey customer, nor"
                      + " after the person was erased.")
          @JsonProperty("somebody_behind")
          boolean somebodyBehind,
      @Schema(description = "The ledger index of the entry that bound it.") long begun,
      @Schema(description = "The last day on which it rings.") LocalDate until,
      @Schema(description = "The ledger index of the entry that ended it; null while it rings.")
          @Nullable Long ended,
      @Schema(description = "From this day it can be bound again; null unless it rests.")
          @JsonProperty("rests_until")
          @Nullable LocalDate restsUntil) {
    static Binding of(AliasBook.Line line) {
      return new Binding(
          "n" + line.number() + "-" + line.begun(),
          line.holder().party(),
          line.holder().purpose(),
          line.someone(),
          line.begun(),
          line.until(),
          line.ended().isPresent() ? line.ended().getAsLong() : null,
          line.rests().orElse(null));
    }
  }

  @Operation(summary = "Whose alias numbers are and were, and until when; never a number")
  @GetMapping(BINDINGS)
  Page<Binding> bindings(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    rules.inForce(person.rules()).unlessMay(person.actor(), Act.KEEP_ALIASES);
    Page.check(limit);
    int number = 0;
    long begun = -1;
    if (after != null) {
      Matcher cursor = CURSOR.matcher(after);
      if (!cursor.matches()) {
        throw Page.unknownCursor();
      }
      number = Integer.parseInt(cursor.group(1));
      begun = Long.parseLong(cursor.group(2));
    }
    List<Binding> found = book.lines(number, begun, limit + 1).stream().map(Binding::of).toList();
    return Page.of(BINDINGS, limit, found, Binding::binding);
  }

  /** Whose numbers end. */
  record Ending(
      @Schema(example = "ag-0001") @Nullable String party,
      @Schema(description = "Only those for this purpose; null for all.", example = "marketing")
          @Nullable String purpose,
      @Schema(description = "The reason; the ledger keeps its digest.") @Nullable String why) {}

  /** What ended. */
  record Ended(int ended, @JsonProperty("rests_until") LocalDate restsUntil, long entry) {}

  @Operation(
      summary = "End a party's alias numbers at once",
      description = "They ring no more and rest; no other party gets them before that is over.")
  @PostMapping(path = PATH + "/expire", consumes = JSON, produces = JSON)
  Ended expire(SignedInPerson person, @RequestBody Ending ending) {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.KEEP_ALIASES);
    String party = Optional.ofNullable(ending.party()).orElse("");
    Optional<String> purpose = Optional.ofNullable(ending.purpose());
    String why = Optional.ofNullable(ending.why()).orElse("");
    if (now.chain().party(party).isEmpty()) {
      throw Halt.with(422, "unknown-party", "没有登记的当事方", "no such party");
    }
    if (purpose.isPresent() && !now.policy().purposes().containsKey(purpose.get())) {
      throw Halt.with(422, "unknown-purpose", "制度中没有此目的", "no such purpose");
    }
    if (why.isBlank()) {
      throw Halt.with(422, "no-reason", "请说明理由（why）", "say why");
    }
    return new Aliasing(now.register(), Workshops.aliases(home, vault), book)
        .expire(person.actor(), party, purpose, why)
        .either(
            done -> new Ended(done.what().ended(), done.what().rests(), done.receipt().index()),
            refused -> {
              throw Halt.refused(refused.refusal());
            });
  }
}
