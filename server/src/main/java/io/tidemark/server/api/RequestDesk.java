package io.tidemark.server.api;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.approval.Ruling;
import io.tidemark.custody.Recorded;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import io.tidemark.terms.China;
import io.tidemark.terms.RequestId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see and decide which request: the same by the API and by a page. Thread-safe. */
@Component
public class RequestDesk {
  private final Home home;
  private final Rules rules;

  RequestDesk(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  /** Approves, signed with the person's own key; ends the request when that may not be. */
  public Recorded.Done<Ruling.Moved<Request>> approve(
      SignedInPerson person, Optional<String> delegator, String id) {
    InForce now = rules.inForce();
    Request request = decidable(now, person.actor(), id);
    return done(now.approval().approve(person.actor(), delegator, request, person::key));
  }

  /** Rejects with a reason, signed with the person's own key; ends the request when it may not. */
  public Recorded.Done<Ruling.Moved<Request>> reject(
      SignedInPerson person, Optional<String> delegator, String id, @Nullable String reason) {
    String why = reason == null ? "" : reason;
    if (why.isBlank()) {
      throw Halt.with(422, "no-reason", "请说明理由", "say why");
    }
    if (why.length() > Requests.LONGEST_REASON) {
      throw Halt.with(
          422,
          "too-long",
          "理由至多 " + Requests.LONGEST_REASON + " 个字符",
          "a reason has at most " + Requests.LONGEST_REASON + " characters");
    }
    InForce now = rules.inForce();
    Request request = decidable(now, person.actor(), id);
    return done(now.approval().reject(person.actor(), delegator, request, why, person::key));
  }

  /** A request that somebody may not see is answered like one that there is not. */
  public Request find(Actor actor, String id) {
    return id(id)
        .flatMap(home.requests()::find)
        .filter(request -> seesAll(actor) || request.ask().actor().equals(actor.id()))
        .orElseThrow(() -> Halt.status(404));
  }

  /** Whether somebody sees everybody's requests. */
  public static boolean seesAll(Actor actor) {
    return actor.may(Act.APPROVE) || actor.may(Act.AUDIT);
  }

  /** The same for whoever may approve, or speaks for somebody who may; others are refused. */
  private Request decidable(InForce now, Actor actor, String id) {
    LocalDate today = China.day(now.register().now());
    boolean delegate =
        home.chain().delegations().stream()
            .anyMatch(lent -> lent.to().equals(actor.id()) && lent.holdsOn(today));
    if (!delegate) {
      now.unlessMay(actor, Act.APPROVE);
      return find(actor, id);
    }
    return id(id).flatMap(home.requests()::find).orElseThrow(() -> Halt.status(404));
  }

  static Optional<RequestId> id(String text) {
    try {
      return Optional.of(new RequestId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static <T> Recorded.Done<T> done(Recorded<T> end) {
    return end.either(
        done -> done,
        refused -> {
          throw Halt.refused(refused.refusal());
        });
  }
}
