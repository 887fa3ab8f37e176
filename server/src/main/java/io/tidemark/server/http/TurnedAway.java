package io.tidemark.server.http;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Attempts to sign in that failed, and attempts around the limits: counted by what and by whom, and
 * recorded together, one entry in a while. An entry for each would let strangers fill the ledger.
 * Thread-safe; a node that dies, or cannot record, loses the counts of its last while.
 */
@Component
public final class TurnedAway {
  /** A failed attempt to sign in, or to show once more who one is. */
  public static final String SIGN_IN = "sign-in-failed";

  /** Who, where nobody is known. */
  public static final String UNKNOWN = "unknown";

  /** From the first attempt that is counted to the entry. */
  private static final Duration WHILE = Duration.ofMinutes(5);

  /** An entry has room for so many lines; what comes on top is counted together. */
  private static final int MOST = 500;

  private static final String OTHERS = "others " + UNKNOWN;

  private static final Set<String> RULES =
      Set.of(
          "cross-site",
          "too-many-requests",
          "too-many-bodies",
          "too-slow",
          "body-too-large",
          "sign-in-locked",
          "invitation-not-valid",
          "idempotency-key-reused",
          "unknown-certificate",
          "unknown-host");

  private final Clock clock;
  private final Map<String, Long> counts = new TreeMap<>();
  private @Nullable Instant since;

  /** Nothing is counted yet. */
  public TurnedAway(Clock clock) {
    this.clock = clock;
  }

  /** Counts an attempt of a person or system of the chain, or of {@link #UNKNOWN}. */
  public synchronized void count(String rule, String who) {
    String what = rule + " " + who;
    counts.merge(counts.size() < MOST || counts.containsKey(what) ? what : OTHERS, 1L, Long::sum);
    if (since == null) {
      since = clock.instant();
    }
  }

  /** Counts a request that ended with this problem, where that is an attempt around the limits. */
  void count(Problem problem) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    String who = caller instanceof KnownCaller known ? known.getName() : UNKNOWN;
    boolean hidden = problem.status() == 404 && !who.equals(UNKNOWN);
    if (RULES.contains(problem.rule()) || hidden) {
      count(problem.rule(), who);
    }
  }

  /** Records what was counted, once a while has passed since the first of it. */
  public void record(Supplier<Register> where) {
    Instant now = clock.instant();
    if (began().filter(at -> !at.plus(WHILE).isAfter(now)).isPresent()) {
      recordAll(where);
    }
  }

  /** Records what was counted; asks where only if anything was. */
  public void recordAll(Supplier<Register> where) {
    if (began().isPresent()) {
      Register register = where.get();
      take(register).ifPresent(entry -> register.journal().record(entry.build()));
    }
  }

  private synchronized Optional<Instant> began() {
    return Optional.ofNullable(since);
  }

  private synchronized Optional<Entry.Builder> take(Register register) {
    if (since == null) {
      return Optional.empty();
    }
    Entry.Builder entry = register.begin("turned-away", Actor.nobody()).line("since", since);
    counts.forEach((what, count) -> entry.line("attempts", what + " " + count));
    counts.clear();
    since = null;
    return Optional.of(entry);
  }
}
