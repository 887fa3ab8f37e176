package io.tidemark.media.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.media.ocr.Reading;
import io.tidemark.media.ocr.Readings;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final int WHITE = 0xffffff;
  private static final int GREEN = 0x95ec69;

  private static TextLine line(String text, double x, double y, double thickness, int ground) {
    Reading reading = Readings.of(text);
    double length = text.length() * thickness;
    return new TextLine(
        new Box(x + length / 2, y, 1, 0, length, thickness),
        PersonalText.of(text),
        reading,
        ground);
  }

  private static Screen screen(TextLine... lines) {
    return new Screen(1080, 2200, List.of(lines));
  }

  private static List<String> told(Screen... screens) {
    List<String> told = new ArrayList<>();
    for (Message message : Conversation.of(List.of(screens)).messages()) {
      String who =
          message.own() ? "我" : message.sender().map(s -> s.reveal(Reveal.CLASSIFY)).orElse("?");
      told.add(who + ":" + message.text().reveal(Reveal.CLASSIFY));
    }
    return told;
  }

  @Test
  void linesOfABubbleAreOneMessageOfItsSender() {
    assertThat(
            told(
                screen(
                    line("9:41", 60, 50, 36, WHITE),
                    line("上午10:12", 450, 260, 34, WHITE),
                    line("小刘", 160, 330, 32, WHITE),
                    line("客户要续保", 190, 410, 44, WHITE),
                    line("电话明天发", 190, 472, 44, WHITE),
                    line("收到", 820, 700, 44, GREEN))))
        .containsExactly("小刘:客户要续保电话明天发", "我:收到");
  }

  @Test
  void whatTwoScreenshotsShowIsToldOnce() {
    Screen first =
        screen(
            line("第一条消息在这里", 190, 500, 44, WHITE),
            line("第二条消息在这里", 190, 900, 44, WHITE),
            line("第三条消息的开头", 190, 2000, 44, WHITE));
    Screen second =
        screen(
            line("第二条消息在这里", 190, 300, 44, WHITE),
            line("第三条消息的开头", 190, 1400, 44, WHITE),
            line("和它的结尾", 190, 1462, 44, WHITE),
            line("第四条", 190, 1800, 44, WHITE));
    assertThat(told(first, second))
        .containsExactly("?:第一条消息在这里", "?:第二条消息在这里", "?:第三条消息的开头和它的结尾", "?:第四条");
  }

  @Test
  void aLineThatTheEdgeCutIsTakenFromTheOtherScreenshot() {
    Screen first = screen(line("这一条两边都有", 190, 900, 44, WHITE), line("木旦不日", 190, 2030, 44, WHITE));
    Screen second =
        screen(line("这一条两边都有", 190, 300, 44, WHITE), line("整行完整可读", 190, 1430, 44, WHITE));
    assertThat(told(first, second)).containsExactly("?:这一条两边都有", "?:整行完整可读");
  }

  @Test
  void screenshotsThatShareNothingFollowEachOther() {
    assertThat(
            told(
                screen(line("甲乙丙丁", 190, 900, 44, WHITE)),
                screen(line("子丑寅卯", 190, 900, 44, WHITE))))
        .containsExactly("?:甲乙丙丁", "?:子丑寅卯");
  }

  @Test
  void theSameWordsSaidTwiceAreTwoMessages() {
    assertThat(told(screen(line("收到谢谢", 190, 500, 44, WHITE), line("收到谢谢", 190, 900, 44, WHITE))))
        .hasSize(2);
  }

  @Test
  void theSameScreenshotTwiceTellsNothingTwice() {
    Screen screen =
        screen(line("第一条消息在这里", 190, 500, 44, WHITE), line("第二条消息也在", 190, 900, 44, WHITE));
    assertThat(told(screen, screen)).hasSize(2);
  }

  @Test
  void nothingIsNoConversation() {
    assertThat(Conversation.of(List.of()).messages()).isEmpty();
    assertThat(Conversation.of(List.of(screen())).messages()).isEmpty();
  }
}
