package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.calls.PartyNumbers;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.PersonalText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The numbers from which parties call alias numbers. */
@Command(
    name = "callers",
    description = {
      "各方的主叫号码：登记过的号码拨打该方的别名号码才会接通，其他号码的来电是线索。",
      "The numbers from which parties call: only from them a party is put through to people by its"
          + " alias numbers; calls from any other number are sightings."
    },
    subcommands = {
      AliasesCallersCommand.Add.class,
      AliasesCallersCommand.Remove.class,
      AliasesCallersCommand.Show.class
    })
public final class AliasesCallersCommand extends Group {
  /** A change of one party's numbers. */
  abstract static class Change extends Work {
    @Option(
        names = "--party",
        required = true,
        paramLabel = "PARTY",
        description = {"哪一方。", "Whose they are."})
    private String party = "";

    @Parameters(
        paramLabel = "FILE|-",
        description = {
          "文本文件，每行一个号码；- 为标准输入。空行与 # 开头的行略过。",
          "A text file, one number a line; - for standard input. Empty lines and lines that begin"
              + " with # are passed over."
        })
    private String source = "";

    abstract Recorded<PartyNumbers.Registered> change(
        PartyNumbers numbers, Session session, String whose, List<PersonalText> lines);

    @Override
    protected Answer work() throws Exception {
      List<PersonalText> lines = lines();
      if (lines.size() > PartyNumbers.LARGEST) {
        throw Stop.usage(
            "一次至多 " + PartyNumbers.LARGEST + " 个号码",
            "at most " + PartyNumbers.LARGEST + " numbers at a time");
      }
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.KEEP_ALIASES);
        if (session.chain().party(party).isEmpty()) {
          throw Stop.usage("没有登记的当事方：" + party, "no such party: " + party);
        }
        PartyNumbers numbers = Workshops.partyNumbers(session.home(), session.vault());
        Recorded.Done<PartyNumbers.Registered> done =
            Refusals.orStop(change(numbers, session, party, lines));
        PartyNumbers.Registered now = done.what();
        long entry = done.receipt().index();
        return Answer.builder()
            .field("party", party)
            .field("numbers", now.numbers())
            .field("unsound", now.unsound())
            .field("registered", now.all())
            .field("entry", entry)
            .say(
                party
                    + ("：本次 " + now.numbers() + " 个号码，略过 " + now.unsound())
                    + (" 行；现登记 " + now.all() + " 个；账目 " + entry),
                party
                    + (": " + now.numbers() + " numbers, " + now.unsound() + " lines passed over; ")
                    + (now.all() + " are registered now; entry " + entry))
            .build();
      }
    }

    private List<PersonalText> lines() throws IOException {
      byte[] bytes;
      try (InputStream in =
          source.equals("-")
              ? System.in
              : new ByteArrayInputStream(Files.readAllBytes(Path.of(source)))) {
        bytes = in.readAllBytes();
      }
      List<PersonalText> lines = new ArrayList<>();
      new String(bytes, StandardCharsets.UTF_8)
          .replace("\uFEFF", "")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> lines.add(PersonalText.of(line)));
      if (lines.isEmpty()) {
        throw Stop.usage("没有给出号码", "no number was given");
      }
      return lines;
    }
  }

  /** Registers numbers. */
  @Command(
      name = "add",
      description = {
        "登记主叫号码：手机、固定电话、95 等短号均可，带不带 +86 都行。号码以密文保存。",
        "Registers calling numbers: mobile, fixed or short numbers, with +86 or without. They are"
            + " kept sealed."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark aliases callers add --party ag-0001 numbers.txt",
        "  echo 028-6555-1234 | ./tidemark aliases callers add --party ag-0001 -"
      })
  public static final class Add extends Change {
    @Override
    Recorded<PartyNumbers.Registered> change(
        PartyNumbers numbers, Session session, String whose, List<PersonalText> lines) {
      return numbers.add(session.actor(), whose, lines, session.register());
    }
  }

  /** Takes numbers back. */
  @Command(
      name = "remove",
      description = {
        "撤销主叫号码：之后用它拨打别名号码的来电是线索。",
        "Takes calling numbers back: calls from them are sightings from then on."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark aliases callers remove --party ag-0001 numbers.txt"
      })
  public static final class Remove extends Change {
    @Override
    Recorded<PartyNumbers.Registered> change(
        PartyNumbers numbers, Session session, String whose, List<PersonalText> lines) {
      return numbers.remove(session.actor(), whose, lines, session.register());
    }
  }

  /** How many each party has. */
  @Command(
      name = "show",
      description = {
        "各方登记了多少主叫号码；不显示号码。",
        "How many calling numbers each party has; never the numbers."
      },
      footer = {"", "例 / Example:", "  ./tidemark aliases callers show"})
  public static final class Show extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.KEEP_ALIASES);
        Answer.Builder answer = Answer.builder();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        session
            .home()
            .heardCalls()
            .callers()
            .forEach(
                (party, numbers) -> {
                  Map<String, @Nullable Object> row = new LinkedHashMap<>();
                  row.put("party", party);
                  row.put("numbers", numbers);
                  rows.add(row);
                  answer.say(party + "：" + numbers + " 个主叫号码", party + ": " + numbers + " numbers");
                });
        if (rows.isEmpty()) {
          answer.say("还没有登记主叫号码", "no calling number is registered yet");
        }
        return answer.field("parties", rows).build();
      }
    }
  }
}
