package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.leak.Column;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One invented customer of a released copy, found alone. */
final class Honey {
  private static final int PEOPLE = 150;
  private static final int RECIPIENTS = 40;
  private static final int EACH = 3;

  private final Stage stage;

  Honey(Stage stage) {
    this.stage = stage;
  }

  /** The line of the report. */
  Line line(Trials trials) throws Exception {
    int recipients = stage.size(RECIPIENTS, 8);
    try (SameList home = SameList.laid(stage, "honey", stage.size(PEOPLE, 60), recipients, EACH)) {
      Set<String> real =
          Phones.of(home.original()).stream().collect(Collectors.toUnmodifiableSet());
      Question question = question(home, real, recipients * EACH);
      List<Trial> done = trials.all(List.of(question)).getOrDefault(question, List.of());
      return question.line(done, stage.quick());
    }
  }

  private static Question question(SameList home, Set<String> real, int customers) {
    return new Question(
        new Words(
            "单独一个蜜罐客户（每份 " + EACH + " 个）", "one honey customer alone, " + EACH + " in each copy"),
        Question.NONE,
        Goal.named(.95),
        customers,
        6,
        (number, seed) -> {
          int place = number / EACH % home.copies().size();
          Copies.Copy copy = home.copies().at(place);
          LeakedTable invented = invented(home.copies().rows(place), real);
          LeakedTable one = invented.with(List.of(invented.rows().get(number % EACH)));
          Trial trial = home.tracing().trial(Material.csv(one, copy.party()));
          return namesCopy(copy).test(trial) ? trial : silent(trial);
        });
  }

  /** Right only where the disclosure is named too. */
  private static Predicate<Trial> namesCopy(Copies.Copy copy) {
    return trial ->
        trial.wrong()
            || trial.finding().candidates().stream()
                .anyMatch(one -> one.disclosure().equals(copy.disclosure()));
  }

  private static Trial silent(Trial trial) {
    Finding found = trial.finding();
    return new Trial(
        trial.label(),
        new Finding(
            "another copy", List.of(), found.candidates(), found.counted(), found.caseId(), 0),
        trial.sources());
  }

  /** The rows whose phone nobody in custody has. */
  private static LeakedTable invented(LeakedTable copy, Set<String> real) {
    int mobile = Column.MOBILE.in(copy).orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : copy.rows()) {
      String digits = Phones.digits(row.get(mobile));
      if (!digits.isEmpty() && !real.contains(digits)) {
        rows.add(row);
      }
    }
    if (rows.size() != EACH) {
      throw new IllegalStateException("expected " + EACH + " invented rows, found " + rows.size());
    }
    return copy.with(List.copyOf(rows));
  }
}
