package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.custody.NumberPool;
import io.tidemark.custody.SortedNumbers;
import io.tidemark.disclose.honey.Pool;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Honey customers. */
@Command(
    name = "honey",
    description = {"蜜罐客户。", "Honey customers."},
    subcommands = HoneyCommand.PoolCommand.class)
public final class HoneyCommand extends Group {
  /** The numbers that the operator monitors. */
  @Command(
      name = "pool",
      description = {
        "蜜罐客户的手机号码池：由运营方监听的真实号码。没有号码池时，用打不通的 154 号段。",
        "Honey customers' mobile numbers: real ones that the operator monitors. Without a pool they have"
            + " numbers that cannot ring (segment 154)."
      },
      subcommands = {Add.class, Show.class})
  public static final class PoolCommand extends Group {}

  /** Adds a batch. */
  @Command(
      name = "add",
      description = {
        "加入一批号码（文本文件，每行一个）。随机排序，四分之一永不发出；每个号码只给一次释放。",
        "Adds a batch of numbers (a text file, one a line). They are shuffled, a quarter is never given;"
            + " each goes to one disclosure."
      },
      footer = {"", "例 / Example:", "  ./tidemark honey pool add numbers.txt"})
  public static final class Add extends Work {
    @Parameters(
        paramLabel = "FILE",
        description = {
          "每行一个手机号；空行与 # 开头的行略过。",
          "A mobile number a line; empty lines and lines that begin with # are passed over."
        })
    private @Nullable Path file;

    @Override
    protected Answer work() throws Exception {
      List<PersonalText> lines = lines(Objects.requireNonNull(file));
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.POOL);
        NumberPool pool = session.numberPool();
        SortedNumbers sorted = pool.sort(lines, LocalDate.now(session.clock()));
        if (sorted.numbers().size() < NumberPool.SMALLEST) {
          throw Stop.unreadable(tooFew(sorted));
        }
        NumberPool.Added added =
            pool.add(
                session.actor(),
                sorted,
                session.home().journal(),
                session.policy(),
                session.clock());
        int numbers = sorted.numbers().size();
        return Answer.builder()
            .field("added", numbers)
            .field("kept_back", added.kept())
            .field("unsound", sorted.unsound())
            .field("in_custody", sorted.custody())
            .field("twice", sorted.twice())
            .field("free", pool.counts().free())
            .field("entry", added.receipt().index())
            .say(
                "加入 " + numbers + " 个号码，其中 " + added.kept() + " 个永不发出",
                numbers + " numbers added, of which " + added.kept() + " are never given")
            .say(passedOver(sorted))
            .say("账目 " + added.receipt().index(), "entry " + added.receipt().index())
            .build();
      }
    }

    /** Numbers are ASCII or full-width digits: what is no UTF-8 is no number. */
    private static List<PersonalText> lines(Path file) throws Exception {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .replace("\uFEFF", "")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(PersonalText::of)
          .toList();
    }

    private static Words tooFew(SortedNumbers sorted) {
      Words rest = passedOver(sorted);
      return new Words(
          "一批至少 "
              + NumberPool.SMALLEST
              + " 个可用号码，只有 "
              + sorted.numbers().size()
              + " 个；"
              + rest.zh(),
          "a batch needs at least "
              + NumberPool.SMALLEST
              + " usable numbers, found "
              + sorted.numbers().size()
              + "; "
              + rest.en());
    }

    private static Words passedOver(SortedNumbers sorted) {
      return new Words(
          "略过：不是可用手机号 "
              + sorted.unsound()
              + "，属于在管客户 "
              + sorted.custody()
              + "，重复 "
              + sorted.twice(),
          "passed over: "
              + sorted.unsound()
              + " not a mobile number that can ring, "
              + sorted.custody()
              + " of somebody in custody, "
              + sorted.twice()
              + " twice");
    }
  }

  /** Counts. */
  @Command(
      name = "show",
      description = {"号码池里各有多少号码；不显示号码。", "How many numbers the pool has; never the numbers."},
      footer = {"", "例 / Example:", "  ./tidemark honey pool show"})
  public static final class Show extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.POOL);
        Pool.Counts counts = session.numberPool().counts();
        return Answer.builder()
            .field("free", counts.free())
            .field("given", counts.given())
            .field("spent", counts.spent())
            .field("kept_back", counts.held())
            .say(
                "可用 "
                    + counts.free()
                    + "，已发出 "
                    + counts.given()
                    + "，作废 "
                    + counts.spent()
                    + "，永不发出 "
                    + counts.held(),
                counts.free()
                    + " free, "
                    + counts.given()
                    + " given, "
                    + counts.spent()
                    + " spent, "
                    + counts.held()
                    + " kept back for ever")
            .build();
      }
    }
  }
}
