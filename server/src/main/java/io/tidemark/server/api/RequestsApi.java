package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Asking;
import io.tidemark.custody.Forecast;
import io.tidemark.custody.Recorded;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Tongue;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests for releases: making, seeing, approving, rejecting them. */
@RestController
@Tag(name = "requests")
class RequestsApi {
  private static final String PATH = Paths.API + "/requests";
  private static final String JSON = "application/json";
  private static final String SEEN =
      "`forecast` says what leaves, in which form, and from how many leaked rows the recipient would"
          + " be named. It is what was foreseen when the request was made, as the ledger's entry has"
          + " it; the release itself is planned anew, and leaves in these forms or stricter ones.";

  private final Home home;
  private final Rules rules;
  private final RequestDesk desk;

  RequestsApi(Home home, Rules rules, RequestDesk desk) {
    this.desk = desk;
    this.home = home;
    this.rules = rules;
  }

  @Operation(summary = "Ask for a release: what it would expose and how many approvals it needs")
  @PostMapping(path = PATH, consumes = JSON, produces = JSON)
  ResponseEntity<Requests.Made> ask(
      SignedInPerson person, @RequestBody Requests.Wanted wanted, HttpServletRequest request) {
    InForce now = rules.inForce();
    Actor actor = person.actor();
    String to = wanted.to() == null ? "" : wanted.to();
    String purpose = wanted.purpose() == null ? "" : wanted.purpose();
    List<FieldClass> columns = Whom.columns(wanted.columns());
    now.asking()
        .refusal(actor, to, purpose, columns)
        .ifPresent(
            refusal -> {
              throw Halt.refused(refusal);
            });
    Whom whom = Whom.of(home, now, actor, wanted, new Ask(actor.id(), to, purpose, columns, 1));
    Recorded.Done<Asking.Asked> end =
        RequestDesk.done(now.asking().ask(actor, to, purpose, columns, whom.records()));
    Requests.Made made = Requests.Made.of(end, whom.unknown(), Tongue.of(request));
    return ResponseEntity.created(URI.create(PATH + "/" + made.request())).body(made);
  }

  @Operation(
      summary = "Requests, the newest first: one's own; for approvers and auditors everybody's",
      description = SEEN)
  @GetMapping(path = PATH, produces = JSON)
  Page<Requests.Standing> list(
      SignedInPerson person,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Page.check(limit);
    Optional<RequestId> cursor = Optional.ofNullable(after).map(RequestsApi::cursor);
    Optional<String> whose =
        RequestDesk.seesAll(person.actor()) ? Optional.empty() : Optional.of(person.actor().id());
    InForce now = rules.inForce();
    List<Request> listed = home.requests().list(whose, cursor, limit + 1);
    Map<RequestId, Forecast> forecasts = home.requests().forecasts(listed);
    List<Requests.Standing> found =
        listed.stream().map(one -> Requests.Standing.of(one, forecasts, now)).toList();
    return Page.of(PATH, limit, found, Requests.Standing::request);
  }

  @Operation(
      summary = "One request as it stands, with what its approvers must see",
      description = SEEN)
  @GetMapping(path = PATH + "/{id}", produces = JSON)
  Requests.Standing one(SignedInPerson person, @PathVariable String id) {
    Request found = desk.find(person.actor(), id);
    return Requests.Standing.of(found, home.requests().forecasts(List.of(found)), rules.inForce());
  }

  @Operation(
      summary =
          "Approve a request, signed with one's own key; the answer repeats what was approved",
      description = SEEN)
  @PostMapping(path = PATH + "/{id}/approve", produces = JSON)
  Requests.Decided approve(
      SignedInPerson person,
      @PathVariable String id,
      @RequestBody(required = false) Requests.@Nullable Spoken spoken) {
    return decided(
        desk.approve(
            person,
            Optional.ofNullable(spoken).flatMap(it -> Optional.ofNullable(it.delegator())),
            id));
  }

  @Operation(summary = "Reject a request, with the reason, signed with one's own key")
  @PostMapping(path = PATH + "/{id}/reject", consumes = JSON, produces = JSON)
  Requests.Decided reject(
      SignedInPerson person, @PathVariable String id, @RequestBody Requests.Reason reason) {
    return decided(desk.reject(person, Optional.ofNullable(reason.delegator()), id, reason.why()));
  }

  private Requests.Decided decided(Recorded.Done<Ruling.Moved<Request>> end) {
    return Requests.Decided.of(end, home.requests().forecasts(List.of(end.what().after())));
  }

  private static RequestId cursor(String after) {
    return RequestDesk.id(after).orElseThrow(Page::unknownCursor);
  }
}
