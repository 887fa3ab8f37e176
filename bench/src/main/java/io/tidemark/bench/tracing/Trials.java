package io.tidemark.bench.tracing;

import io.tidemark.bench.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks every question again and again, in rounds in which each has its share, until each has its
 * trials or the time is up: a slow machine takes from all alike. Trial {@code n} of a question
 * draws the same copies and rows whatever the machine.
 */
final class Trials implements AutoCloseable {
  private static final int ROUNDS = 24;

  private final Stage stage;
  private final Workers workers = new Workers();

  Trials(Stage stage) {
    this.stage = stage;
  }

  Workers workers() {
    return workers;
  }

  /** So many trials of one question, from number {@code first}. */
  List<Trial> some(Question question, int first, int count) throws Exception {
    return workers.each(
        first,
        count,
        number -> question.asking().trial(number, question.seed(stage.seed(), number)));
  }

  /** All trials of these, whatever time they take. */
  Map<Question, List<Trial>> all(List<Question> questions) throws Exception {
    return until(questions, Instant.MAX);
  }

  /** Their trials until {@code end}; each question has at least one round. */
  Map<Question, List<Trial>> until(List<Question> questions, Instant end) throws Exception {
    Map<Question, List<Trial>> trials = new LinkedHashMap<>();
    questions.forEach(question -> trials.put(question, new ArrayList<>()));
    long wanted = questions.stream().mapToLong(this::wanted).sum();
    Progress progress = new Progress(stage, "次试验", "trials");
    long done = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      for (Map.Entry<Question, List<Trial>> one : trials.entrySet()) {
        int first = one.getValue().size();
        int upTo = (int) Math.ceil((double) wanted(one.getKey()) * round / ROUNDS);
        if (first == 0 || Instant.now().isBefore(end)) {
          List<Trial> more = some(one.getKey(), first, Math.max(0, upTo - first));
          one.getValue().addAll(more);
          done += more.size();
          progress.at(done, wanted);
        }
      }
    }
    return trials;
  }

  private int wanted(Question question) {
    return stage.quick() ? question.few() : question.trials();
  }

  @Override
  public void close() {
    workers.close();
  }
}
