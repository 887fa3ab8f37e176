package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.TurningBack;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Party;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns tokens of a party back. */
@Command(
    name = "tokens",
    description = {
      "把某一方清单里的令牌还原为号码：标准输入每行一个，至多 1,000 个。须说明理由，先记账后还原；只有个人信息保护负责人与调查人员可以。" + "以 T- 开头的令牌谁也还原不了。",
      "Turns tokens of a party's lists back into the numbers that they stand for: one a line on"
          + " standard input, 1,000 at most. A reason is needed, and the entry comes first. For"
          + " protection officers and investigators. What begins with T- cannot be turned back by"
          + " anybody."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark tokens --as liu.min --party pf-01 --column 保单号 --why 'complaint 2026-118' < tokens.txt"
    })
public final class TokensCommand extends Work {
  @Option(
      names = "--party",
      required = true,
      paramLabel = "PARTY",
      description = {"清单给了谁。", "Whom the list was given to."})
  private String party = "";

  @Option(
      names = "--column",
      required = true,
      paramLabel = "COLUMN",
      description = {"令牌所在的列。", "The column in which the tokens stand."})
  private String column = "";

  @Mixin private Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    String why = reason.said();
    FieldClass field =
        FieldClass.named(column)
            .orElseThrow(() -> Stop.usage("没有这个列：" + column, "no such column: " + column));
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.TURN_BACK);
      Party whose =
          session
              .chain()
              .party(party)
              .orElseThrow(() -> Stop.usage("没有登记的当事方：" + party, "no such party: " + party));
      List<PersonalText> tokens = read();
      Recorded.Done<List<Optional<PersonalText>>> end =
          Refusals.orStop(
              session.rights().turningBack().turnBack(session.actor(), whose, field, tokens, why));
      return answer(tokens, end);
    }
  }

  private static List<PersonalText> read() throws IOException {
    List<PersonalText> tokens = new ArrayList<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        tokens.add(PersonalText.of(line.strip()));
      }
      if (tokens.size() > TurningBack.MOST) {
        throw Stop.usage(
            "一次至多 " + TurningBack.MOST + " 个令牌",
            "at most " + TurningBack.MOST + " tokens at a time");
      }
    }
    if (tokens.isEmpty()) {
      throw Stop.usage("标准输入没有令牌", "there is no token on standard input");
    }
    return tokens;
  }

  private static Answer answer(
      List<PersonalText> tokens, Recorded.Done<List<Optional<PersonalText>>> end) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    Answer.Builder answer = Answer.builder();
    int turned = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i).reveal(Reveal.SHOW);
      @Nullable String value = end.what().get(i).map(text -> text.reveal(Reveal.SHOW)).orElse(null);
      turned += value == null ? 0 : 1;
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("token", token);
      row.put("value", value);
      rows.add(row);
      answer.show(PersonalText.of(token + "\t" + (value == null ? "–" : value)));
    }
    return answer
        .field("turned_back", turned)
        .field("tokens", rows)
        .field("entry", end.receipt().index())
        .say(
            "还原了 " + turned + " 个，共 " + tokens.size() + " 个；账目 " + end.receipt().index(),
            turned + " of " + tokens.size() + " turned back; entry " + end.receipt().index())
        .exit(exitOf(turned > 0))
        .build();
  }
}
