package io.tidemark.bench.tracing;

import io.tidemark.bench.Stage;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks every question again and again, round by round, until each has its trials or the time is up.
 * Trial {@code n} of a question draws the same copy and rows whatever the machine.
 */
final class Trials {
  private static final int AT_ONCE = 2;
  private static final int ROUND = 12;
  private static final Duration REPORTED_EVERY = Duration.ofSeconds(15);

  private final Stage stage;
  private final Tracing tracing;
  private final Copies copies;
  private final LeakedTable original;
  private Instant reported = Instant.now();

  Trials(Stage stage, Tracing tracing, Copies copies, LeakedTable original) {
    this.stage = stage;
    this.tracing = tracing;
    this.copies = copies;
    this.original = original;
  }

  /** Runs until {@code end}; each question has at least one round. */
  Map<Question, Tally> run(Instant end) throws Exception {
    Map<Question, Tally> tallies = new LinkedHashMap<>();
    Question.ALL.forEach(question -> tallies.put(question, Tally.NONE));
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      boolean more = true;
      for (int round = 0; more && (round == 0 || Instant.now().isBefore(end)); round++) {
        more = false;
        for (Question question : Question.ALL) {
          int done = round * ROUND;
          if (done < (stage.quick() ? ROUND : question.trials())) {
            more = true;
            tallies.merge(question, round(workers, question, done), Tally::plus);
          }
        }
        say(tallies);
      }
    } finally {
      workers.shutdownNow();
    }
    return tallies;
  }

  private Tally round(ExecutorService workers, Question question, int first) throws Exception {
    List<Future<Tally>> running = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) {
      int number = first + i;
      running.add(workers.submit(() -> trial(question, number)));
    }
    Tally tally = Tally.NONE;
    for (Future<Tally> one : running) {
      try {
        tally = tally.plus(one.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    return tally;
  }

  private Tally trial(Question question, int number) throws Exception {
    long which = 100_000L * Question.ALL.indexOf(question) + number;
    long seed = new SplittableRandom(stage.seed() + 1_000_003 * which).nextLong();
    int place = (int) Long.remainderUnsigned(seed, copies.size());
    LeakedTable table = question.innocent() ? original : copies.rows(place);
    LeakedTable sample = new Selection.Sample(question.rows(), seed).on(table);
    List<String> sources = question.innocent() ? List.of() : List.of(copies.at(place).party());
    return tracing.trace(question.treatment().on(sample, seed)).against(sources);
  }

  private void say(Map<Question, Tally> tallies) {
    if (Instant.now().isAfter(reported.plus(REPORTED_EVERY))) {
      reported = Instant.now();
      int trials = tallies.values().stream().mapToInt(Tally::trials).sum();
      int wrong = tallies.values().stream().mapToInt(Tally::wrong).sum();
      stage.say("已做 " + trials + " 次，误指 " + wrong, trials + " trials, wrong " + wrong);
    }
  }
}
