package io.tidemark.calls.source;

import java.util.List;

/**
 * An attribution with all that it was computed from, so that it can be computed again. It says of
 * nobody who they are.
 *
 * @param called the people whom the calls reached
 * @param hands who had been given any of them
 * @param custody how many people are in custody
 * @param parties how many parties were ever given anything
 * @param attribution what comes of it
 */
public record Weighing(
    List<Called> called,
    List<Hand> hands,
    long custody,
    long parties,
    CallAttribution attribution) {
  /** Of more people than these only the first are weighed: more decide nothing. */
  public static final int MOST = 300;

  /** Copies the lists. */
  public Weighing {
    called = List.copyOf(called);
    hands = List.copyOf(hands);
  }

  /** Weighs; see {@link CallTracer#trace}. */
  public static Weighing of(List<Called> called, List<Hand> hands, long custody, long parties) {
    return new Weighing(
        called, hands, custody, parties, CallTracer.trace(called, hands, custody, parties));
  }

  /** The attribution, computed again: the same on every machine, to the last bit. */
  public CallAttribution again() {
    return CallTracer.trace(called, hands, custody, parties);
  }
}
