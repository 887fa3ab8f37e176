package io.tidemark.custody.calls;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.Register;
import io.tidemark.trace.Bound;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names parties from whose lists a caller works: {@code Sighting -> Suspicion -> Receipt}. A party
 * is named for a caller once, as soon as the chance of naming any innocent party by this caller's
 * calls is at most the policy's bound. Thread-safe.
 */
public final class CallNaming {
  /** So many are read from the book at once. */
  private static final int BATCH = 500;

  private final CallBook book;
  private final Register register;

  /** Names by this book, under the register's policy. */
  public CallNaming(CallBook book, Register register) {
    this.book = book;
    this.register = register;
  }

  /** After a sighting: names the party if it has become sure enough. */
  void after(long caller, String party) {
    Optional<CallBook.Suspicion> suspicion = book.suspicion(caller, party);
    suspicion.filter(this::isSure).ifPresent(this::name);
  }

  /** Names what a process that ended between a sighting and this step left behind; how many. */
  public int round() {
    int named = 0;
    List<CallBook.Suspicion> left;
    do {
      left = book.unnamed(-Math.log(register.policy().bound()), BATCH);
      for (CallBook.Suspicion suspicion : left) {
        named += isSure(suspicion) && name(suspicion) ? 1 : 0;
      }
    } while (left.size() == BATCH && left.stream().anyMatch(this::isSure));
    return named;
  }

  private boolean isSure(CallBook.Suspicion suspicion) {
    return bound(suspicion) <= register.policy().bound();
  }

  /** The chance that any innocent party is suspected this much by one caller's calls. */
  static double bound(CallBook.Suspicion suspicion) {
    return Bound.of(suspicion.parties(), suspicion.highest());
  }

  private boolean name(CallBook.Suspicion suspicion) {
    try {
      register
          .journal()
          .record(
              register
                  .begin("alias-named", Actor.operator())
                  .line("party", suspicion.party())
                  .line("bound", String.format(Locale.ROOT, "%.3g", bound(suspicion)))
                  .line("lines", suspicion.lines())
                  .line("sighting", suspicion.last())
                  .build(),
              new CallBook.Named(suspicion.caller(), suspicion.party()));
      return true;
    } catch (Overtaken e) {
      return false; // another node did
    }
  }
}
