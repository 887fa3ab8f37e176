package io.tidemark.server.signin;

import io.tidemark.authorise.SessionEnded;
import io.tidemark.custody.Register;
import io.tidemark.server.ServerSettings;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Sessions;
import io.tidemark.store.home.Home;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sessions of whoever is signed in: lists them, ends one. Thread-safe. */
@Component
class OwnSessions {
  private final Sessions sessions;
  private final Rules rules;
  private final Clock clock;

  OwnSessions(Home home, ServerSettings settings, Rules rules, Clock clock) {
    this.sessions = home.sessions(settings.idle());
    this.rules = rules;
    this.clock = clock;
  }

  /** Those that live, the newest first. */
  List<Sessions.Listed> of(SignedInPerson person) {
    return sessions.of(person.actor().id(), person.session(), clock.instant());
  }

  /** Ends one of them, on every node; ends the request when there is no such session. */
  void end(SignedInPerson person, long signIn) {
    if (of(person).stream().noneMatch(one -> one.signIn() == signIn)) {
      throw Halt.status(404);
    }
    Register register = rules.inForce().register();
    try {
      register
          .journal()
          .record(
              register.begin("session-end", person.actor()).line("sign-in", signIn).build(),
              new SessionEnded(person.actor().id(), signIn));
    } catch (SessionEnded.NoSuch e) {
      throw Halt.status(404);
    }
  }
}
