package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.AliasNumbers;
import io.tidemark.custody.SortedNumbers;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds numbers to the pool. */
@Command(
    name = "add",
    description = {
      "加入号码：文本文件（每行一个）或一段号码。收 11 位手机号、700 开头的 15 位隐私号、带区号的固定电话；"
          + "在管客户的号码、已在池中的、蜜罐号码不收，并计数。二十分之一永不发出。",
      "Adds numbers: a text file, one a line, or a range. Taken are mobile numbers of 11 digits,"
          + " privacy numbers of 15 digits that begin with 700, and fixed lines with their area"
          + " code; numbers of people in custody, of a pool, or of honey customers are left out and"
          + " counted. One in twenty is never given."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark aliases pool add numbers.txt --line cmcc-01",
      "  ./tidemark aliases pool add 700100000000000-700100000099999 --line ax-platform"
    })
public final class AliasesPoolAddCommand extends Work {
  private static final Pattern RANGE = Pattern.compile("([0-9]{10,15})-([0-9]{10,15})");
  private static final Pattern LINE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
  private static final long MOST = 1_000_000;

  @Parameters(
      paramLabel = "FILE|RANGE",
      description = {
        "文件（空行与 # 开头的行略过），或 首号-末号，一段至多 1,000,000 个。",
        "A file (empty lines and lines that begin with # are passed over), or FIRST-LAST, at most"
            + " 1,000,000 numbers."
      })
  private String source = "";

  @Option(
      names = "--line",
      required = true,
      paramLabel = "LINE",
      description = {
        "这些号码接在哪条线路上（运营商或平台的名称，小写字母、数字、点、连字符）；电话侧据此选路。",
        "On which line these numbers ring: the carrier or platform as you call it, in lower case"
            + " letters, digits, points and hyphens. The telephone side routes by it."
      })
  private String line = "";

  @Override
  protected Answer work() throws Exception {
    if (!LINE.matcher(line).matches()) {
      throw Stop.usage(
          "线路名称只用小写字母、数字、点、连字符，至多 40 个字符",
          "a line's name has lower case letters, digits, points and hyphens, at most 40");
    }
    Total total = new Total();
    try (Session session = open();
        Stream<String> lines = lines()) {
      Refusals.unlessMay(session, Act.KEEP_ALIASES);
      Iterator<String> each = lines.iterator();
      while (each.hasNext()) {
        List<PersonalText> batch = new ArrayList<>();
        while (each.hasNext() && batch.size() < AliasNumbers.LARGEST) {
          batch.add(PersonalText.of(each.next()));
        }
        add(session, batch, total);
      }
      if (total.added == 0) {
        throw Stop.unreadable(
            new Words(
                "没有可用的号码；" + total.passedOver().zh(),
                "no usable number; " + total.passedOver().en()));
      }
      return total.answer();
    }
  }

  private void add(Session session, List<PersonalText> batch, Total total) {
    AliasNumbers numbers = session.aliasNumbers();
    SortedNumbers sorted = numbers.sort(batch, LocalDate.now(session.clock()));
    total.unsound += sorted.unsound();
    total.custody += sorted.custody();
    total.twice += sorted.twice();
    if (!sorted.numbers().isEmpty()) {
      AliasNumbers.Added added =
          Refusals.orStop(numbers.add(session.actor(), sorted, line, session.register())).what();
      total.added += added.added();
      total.kept += added.kept();
      total.entry = added.receipt().index();
    }
  }

  private Stream<String> lines() throws IOException {
    Matcher range = RANGE.matcher(source);
    if (!range.matches()) {
      return Files.lines(Path.of(source), StandardCharsets.UTF_8)
          .map(text -> text.replace("\uFEFF", "").strip())
          .filter(text -> !text.isEmpty() && !text.startsWith("#"));
    }
    int digits = range.group(1).length();
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    if (range.group(2).length() != digits || last < first || last - first >= MOST) {
      throw Stop.usage(
          "一段号码的首末位数相同、首号不大于末号，至多 1,000,000 个",
          "the first and last number of a range have the same number of digits, the first is not"
              + " above the last, and there are at most 1,000,000");
    }
    return LongStream.rangeClosed(first, last)
        .mapToObj(number -> String.format("%0" + digits + "d", number));
  }

  /** What all batches came to. */
  private static final class Total {
    private int added;
    private int kept;
    private int unsound;
    private int custody;
    private int twice;
    private long entry;

    private Words passedOver() {
      return new Words(
          "略过：不是可用号码 " + unsound + "，属于在管客户 " + custody + "，重复 " + twice,
          "passed over: "
              + unsound
              + " not a usable number, "
              + custody
              + " of somebody in custody, "
              + twice
              + " twice");
    }

    private Answer answer() {
      return Answer.builder()
          .field("added", added)
          .field("kept_back", kept)
          .field("unsound", unsound)
          .field("in_custody", custody)
          .field("twice", twice)
          .field("entry", entry)
          .say(
              "加入 " + added + " 个号码，其中 " + kept + " 个永不发出",
              added + " numbers added, of which " + kept + " are never given")
          .say(passedOver())
          .say("账目 " + entry, "entry " + entry)
          .build();
    }
  }
}
