package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.ChatLog;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Customers posted in a chat, disguised and over several messages. */
final class ChatTest {
  private static final int PEOPLE = 24;

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  private Path posted(ChatLog form, int people, long seed) throws Exception {
    LeakedTable leak = new Selection.Sample(people, seed).on(company.copy(Company.AGENT));
    return Files.write(folder.resolve("chat-" + form + ".txt"), form.of(leak, seed));
  }

  @ParameterizedTest
  @EnumSource(ChatLog.class)
  void thePartyIsNamedFromDisguisedMessagesAndTheEvidenceHolds(ChatLog form) throws Exception {
    JsonNode answer = desk.json(0, "trace", posted(form, PEOPLE, 14).toString());
    assertThat(answer.get("verdict").asString()).isEqualTo("named");
    assertThat(answer.get("accused")).hasSize(1);
    assertThat(answer.get("accused").get(0).get("party").asString()).isEqualTo(Company.AGENT);
    assertThat(answer.get("rows").get("matched").asInt()).isGreaterThanOrEqualTo(PEOPLE - 2);

    Path bundle = folder.resolve("chat-" + form + ".zip");
    desk.json(0, "evidence", answer.get("case").asString(), "--out", bundle.toString());
    desk.type("verify", bundle.toString(), "--key", company.key)
        .ends(0)
        .because("The bundle is valid.");
  }

  @Test
  void twoPeopleInAChatNameNobody() throws Exception {
    Desk.Said said = desk.type("trace", posted(ChatLog.WECHAT, 2, 15).toString(), "--json");
    assertThat(said.json().get("verdict").asString()).isNotEqualTo("named");
    for (JsonNode accused : said.json().get("accused")) {
      assertThat(accused.get("party").asString()).isEqualTo(Company.AGENT);
    }
  }

  @Test
  void talkAloneIsNoRow() throws Exception {
    Path talk = Files.writeString(folder.resolve("talk.txt"), "有没有做宝马的，私聊\n下午两点开会\n");
    desk.type("trace", talk.toString()).ends(3).because("no row");
  }
}
