package io.tidemark.server.workbench;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.custody.Forecast;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.SignedNote;
import io.tidemark.server.api.RequestDesk;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Language;
import io.tidemark.terms.RequestId;
import io.tidemark.terms.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what waits for the reader, what is held, what left. */
@WorkbenchPage
class OverviewPage {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int LATEST = 100;
  private static final int WEAKEST = 5;

  private final Home home;
  private final Rules rules;

  OverviewPage(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  @GetMapping(Paths.WORKBENCH)
  String overview(SignedInPerson person, HttpServletRequest request, Model model)
      throws IOException {
    InForce now = rules.inForce();
    Actor actor = person.actor();
    boolean watches = RequestDesk.seesAll(actor);
    List<RequestRow> waiting = waiting(now, actor, Reader.language(request));
    model.addAttribute(
        "overview",
        new Overview(
            lead(waiting),
            actor.may(Act.APPROVE),
            watches,
            actor.may(Act.AUDIT),
            waiting,
            home.disclosures().records(),
            grades(now.policy()),
            watches ? left(now) : List.of(),
            watches ? weakest(now) : List.of(),
            actor.may(Act.AUDIT) ? entries() : 0));
    return "workbench/overview";
  }

  private List<RequestRow> waiting(InForce now, Actor actor, Language language) {
    return actor.may(Act.APPROVE)
        ? home.requests().open().stream()
            .map(one -> RequestRow.of(one, actor, now, language))
            .filter(RequestRow::mine)
            .sorted(Comparator.comparing(RequestRow::decideBy))
            .toList()
        : List.of();
  }

  private static Words lead(List<RequestRow> waiting) {
    return waiting.isEmpty()
        ? new Words("今天没有等您处理的申请。", "No request waits for you today.")
        : new Words(
            "有 " + waiting.size() + " 份申请等您决定。",
            waiting.size() == 1
                ? "One request waits for your decision."
                : waiting.size() + " requests wait for your decision.");
  }

  private static List<Overview.Graded> grades(Policy policy) {
    return Stream.of(Grade.values())
        .sorted(Comparator.reverseOrder())
        .map(
            grade ->
                new Overview.Graded(
                    grade.id(),
                    policy.fields().entrySet().stream()
                        .filter(field -> field.getValue().grade() == grade)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList()))
        .filter(graded -> !graded.columns().isEmpty())
        .toList();
  }

  private List<Overview.Given> left(InForce now) {
    long since = home.disclosures().before(now.register().now().minus(WEEK));
    return home.disclosures().leftSince(since).stream()
        .map(
            one -> new Overview.Given(RequestRow.name(now, one.party()), one.lists(), one.people()))
        .toList();
  }

  private List<Overview.Weak> weakest(InForce now) {
    List<Request> latest = home.requests().list(Optional.empty(), Optional.empty(), LATEST);
    Map<RequestId, Forecast> forecasts = home.requests().forecasts(latest);
    Map<String, Overview.Weak> byParty = new LinkedHashMap<>();
    for (Request request : latest) {
      Forecast forecast = forecasts.get(request.id());
      if (forecast != null) {
        byParty.merge(
            request.ask().to(),
            new Overview.Weak(
                RequestRow.name(now, request.ask().to()),
                forecast.rows().asReleased().orElse(0),
                request.id().text()),
            (one, other) -> BY_WEAKNESS.compare(one, other) <= 0 ? one : other);
      }
    }
    return byParty.values().stream().sorted(BY_WEAKNESS).limit(WEAKEST).toList();
  }

  private static final Comparator<Overview.Weak> BY_WEAKNESS =
      Comparator.comparingInt(
              (Overview.Weak one) -> one.rows() == 0 ? Integer.MAX_VALUE : one.rows())
          .reversed();

  private long entries() throws IOException {
    SignedNote head = home.ledger().tiles().checkpoint();
    try {
      return head == null ? 0 : Checkpoint.parse(head.text()).size();
    } catch (LedgerException e) {
      throw new IllegalStateException("the published head cannot be read", e);
    }
  }
}
