package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.disclose.alias.AliasBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Who has how many numbers. */
@Command(
    name = "book",
    description = {
      "哪一方为哪个目的有多少别名号码，最早哪天到期；不显示号码。",
      "Which party has how many alias numbers for which purpose, and when the first of them expires;"
          + " never the numbers."
    },
    footer = {"", "例 / Example:", "  ./tidemark aliases book"})
public final class AliasesBookCommand extends Work {
  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.KEEP_ALIASES);
      Answer.Builder answer = Answer.builder();
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (AliasBook.Held held : session.home().aliases().held()) {
        rows.add(row(held));
        String first = held.first().map(LocalDate::toString).orElse("–");
        answer.say(
            held.holder().party()
                + "，"
                + held.holder().purpose()
                + "：在用 "
                + held.bound()
                + "，最早到期 "
                + first
                + "，已结束 "
                + held.ended(),
            held.holder().party()
                + ", "
                + held.holder().purpose()
                + ": "
                + held.bound()
                + " bound, the first until "
                + first
                + ", "
                + held.ended()
                + " ended");
      }
      if (rows.isEmpty()) {
        answer.say("还没有发出别名号码", "no alias number was given yet");
      }
      return answer.field("holders", rows).build();
    }
  }

  private static Map<String, @Nullable Object> row(AliasBook.Held held) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("party", held.holder().party());
    row.put("purpose", held.holder().purpose());
    row.put("bound", held.bound());
    row.put("first_until", held.first().map(LocalDate::toString).orElse(null));
    row.put("ended", held.ended());
    return row;
  }
}
