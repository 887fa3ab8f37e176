package io.tidemark.server.workbench;

import io.tidemark.authorise.Request;
import io.tidemark.custody.Forecast;
import io.tidemark.server.api.RequestDesk;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests: what waits for the reader first; seeing one, approving and rejecting it. */
@WorkbenchPage
class RequestPages {
  private static final String PATH = Paths.WORKBENCH + "/requests";
  private static final int ON_A_PAGE = 50;

  private final Home home;
  private final Rules rules;
  private final RequestDesk desk;

  RequestPages(Home home, Rules rules, RequestDesk desk) {
    this.home = home;
    this.rules = rules;
    this.desk = desk;
  }

  /**
   * From how many leaked rows the recipient is named.
   *
   * @param rows 0 for never
   */
  public record Line(String id, int rows) {}

  @GetMapping(PATH)
  String list(
      SignedInPerson person,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    InForce now = rules.inForce();
    Optional<String> whose =
        RequestDesk.seesAll(person.actor()) ? Optional.empty() : Optional.of(person.actor().id());
    List<Request> found = home.requests().list(whose, cursor(after), ON_A_PAGE + 1);
    Stream<Request> first =
        after == null && whose.isEmpty() ? home.requests().open().stream() : Stream.empty();
    model.addAttribute(
        "requests",
        Stream.concat(first, found.stream().limit(ON_A_PAGE))
            .distinct()
            .map(one -> RequestRow.of(one, person.actor(), now, Reader.language(request)))
            .filter(row -> after == null || !row.mine())
            .sorted(Comparator.comparing((RequestRow row) -> !row.mine()))
            .toList());
    model.addAttribute(
        "next",
        found.size() > ON_A_PAGE ? PATH + "?after=" + found.get(ON_A_PAGE - 1).id().text() : null);
    return "workbench/requests";
  }

  private static Optional<RequestId> cursor(@Nullable String after) {
    try {
      return Optional.ofNullable(after).map(RequestId::new);
    } catch (IllegalArgumentException e) {
      throw Halt.status(404);
    }
  }

  @GetMapping(PATH + "/{id}")
  String one(
      SignedInPerson person, @PathVariable String id, HttpServletRequest request, Model model) {
    Request found = desk.find(person.actor(), id);
    Forecast forecast = home.requests().forecasts(List.of(found)).get(found.id());
    model.addAttribute(
        "row", RequestRow.of(found, person.actor(), rules.inForce(), Reader.language(request)));
    model.addAttribute("forecast", forecast);
    model.addAttribute(
        "rows",
        forecast == null
            ? List.of()
            : Stream.of(LeakCondition.values())
                .map(it -> new Line(it.id(), forecast.rows().in(it).orElse(0)))
                .toList());
    return "workbench/request";
  }

  @PostMapping(PATH + "/{id}/approve")
  ResponseEntity<Void> approve(SignedInPerson person, @PathVariable String id) {
    return back(desk.approve(person, Optional.empty(), id).what().after());
  }

  @PostMapping(PATH + "/{id}/reject")
  ResponseEntity<Void> reject(
      SignedInPerson person,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String why) {
    return back(desk.reject(person, Optional.empty(), id, why).what().after());
  }

  private static ResponseEntity<Void> back(Request request) {
    return ResponseEntity.status(303).header("Location", PATH + "/" + request.id().text()).build();
  }
}
