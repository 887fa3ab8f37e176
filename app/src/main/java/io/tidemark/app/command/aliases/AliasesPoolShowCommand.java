package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.disclose.alias.AliasBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** How many numbers the pool has. */
@Command(
    name = "show",
    description = {
      "号码池里各线路有多少号码：可用、在用、静置、永不发出；不显示号码。",
      "How many numbers the pool has on each line: free, bound, resting, kept back; never the"
          + " numbers."
    },
    footer = {"", "例 / Example:", "  ./tidemark aliases pool show"})
public final class AliasesPoolShowCommand extends Work {
  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.KEEP_ALIASES);
      Answer.Builder answer = Answer.builder();
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      int free = 0;
      for (AliasBook.Stock stock : session.home().aliases().stock()) {
        free += stock.free();
        rows.add(row(stock));
        answer.say(
            stock.line()
                + "（"
                + stock.kind().words().zh()
                + "）：可用 "
                + stock.free()
                + "，在用 "
                + stock.bound()
                + "，静置 "
                + stock.resting()
                + "，永不发出 "
                + stock.held(),
            stock.line()
                + " ("
                + stock.kind().words().en()
                + "): "
                + stock.free()
                + " free, "
                + stock.bound()
                + " bound, "
                + stock.resting()
                + " resting, "
                + stock.held()
                + " kept back for ever");
      }
      if (rows.isEmpty()) {
        answer.say(
            "号码池是空的，请用 aliases pool add 加入",
            "the pool is empty: add numbers with aliases pool add");
      }
      return answer.field("free", free).field("lines", rows).build();
    }
  }

  private static Map<String, @Nullable Object> row(AliasBook.Stock stock) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("line", stock.line());
    row.put("kind", stock.kind().id());
    row.put("free", stock.free());
    row.put("bound", stock.bound());
    row.put("resting", stock.resting());
    row.put("kept_back", stock.held());
    return row;
  }
}
