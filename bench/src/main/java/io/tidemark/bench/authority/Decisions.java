package io.tidemark.bench.authority;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Decision;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH measures: one decision after another, each on another ask. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Decisions {
  private static final int PARTIES = 2_500;
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final Authority spread = ManyGrants.authority(PARTIES);
  private final Authority heaped = ManyGrants.authority(1);
  private final Ask[] asks = ManyGrants.asks(PARTIES, 5_000, 1);
  private final Ask[] heapedAsks = ManyGrants.asks(1, ManyGrants.GRANTS, 1);
  private final Actor actor = Actor.operator();
  private int next;

  /** One decision among grants of 2,500 parties. */
  @Benchmark
  public Decision decision() {
    return spread.release(actor, ask(asks), NOW);
  }

  /** The same with its sentence in both languages. */
  @Benchmark
  public Words explained() {
    return spread.release(actor, ask(asks), NOW).why();
  }

  /** One decision where one party has all grants, for one purpose: every one may be asked. */
  @Benchmark
  public Decision heaped() {
    return heaped.release(actor, ask(heapedAsks), NOW);
  }

  private Ask ask(Ask[] from) {
    next = (next + 1) & (from.length - 1);
    return from[next];
  }
}
