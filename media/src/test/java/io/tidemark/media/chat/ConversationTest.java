package io.tidemark.media.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  private static final TextLine SHARED = line("这一行两边都有的", 190, 1500, 44, WHITE);

  /** Some lines, the shared one at its foot. */
  private static final Screen UPPER =
      screen(line("第一条消息在这里", 190, 500, 44, WHITE), line("第二条消息", 190, 900, 44, WHITE), SHARED);

  private static Screen lower(String shared, double y) {
    return screen(line(shared, 190, y, 44, WHITE), line("后面的消息", 190, y + 500, 44, WHITE));
  }

  @Test
  void aScreenshotGoesOnWhereLinesStandFurtherUp() {
    assertThat(Conversation.goesOn(UPPER, lower("这一行两边都有的", 300))).isTrue();
    assertThat(Conversation.goesOn(UPPER, lower("这一行两也都有的", 300))).as("misread").isTrue();
  }

  @Test
  void sevenCharactersAreNotEnough() {
    Screen upper = screen(line("这一行两边都", 190, 1500, 44, WHITE));
    assertThat(Conversation.goesOn(upper, lower("这一行两边都", 300))).isFalse();
  }

  @Test
  void whatWasScrolledBackDoesNotGoOn() {
    assertThat(Conversation.goesOn(lower("这一行两边都有的", 300), UPPER)).isFalse();
  }

  @Test
  void aFormWithOtherValuesDoesNotGoOn() {
    Screen one =
        screen(
            line("客户姓名", 100, 500, 40, WHITE),
            line("手机号码", 100, 600, 40, WHITE),
            line("车牌号码", 100, 700, 40, WHITE),
            line("张伟", 400, 500, 40, WHITE),
            line("13800138000", 400, 600, 40, WHITE),
            line("川A12345", 400, 700, 40, WHITE));
    List<TextLine> lines = new ArrayList<>();
    lines.add(line("客户姓名", 100, 400, 40, WHITE));
    lines.add(line("手机号码", 100, 500, 40, WHITE));
    lines.add(line("车牌号码", 100, 600, 40, WHITE));
    lines.add(line("李娜", 400, 400, 40, WHITE));
    lines.add(line("13911112222", 400, 500, 40, WHITE));
    lines.add(line("渝B66666", 400, 600, 40, WHITE));
    assertThat(Conversation.goesOn(one, new Screen(1080, 2200, lines))).isFalse();
  }

  @Test
  void anotherWidthIsAnotherTelephone() {
    Screen other = new Screen(1179, 2200, lower("这一行两边都有的", 300).lines());
    assertThat(Conversation.goesOn(UPPER, other)).isFalse();
    assertThat(Conversation.alike(UPPER, other)).isFalse();
  }

  @Test
  void theSameOnceMoreGoesOnButNotTheSameFormFilledInOtherwise() {
    assertThat(Conversation.goesOn(UPPER, UPPER)).isTrue();
    Screen filled =
        screen(line("第一条消息在这里", 190, 500, 44, WHITE), line("另外一条话", 190, 900, 44, WHITE), SHARED);
    assertThat(Conversation.goesOn(UPPER, filled)).isFalse();
  }

  @Test
  void pagesOfManyLinesAreNoScreenshots() {
    List<TextLine> many = new ArrayList<>();
    for (int i = 0; i < 151; i++) {
      many.add(line("行" + i, 190, 200 + 12 * i, 8, WHITE));
    }
    Screen page = new Screen(1080, 2200, many);
    assertThat(Conversation.goesOn(page, page)).isFalse();
  }

  @Test
  void aLineThatItsWriterEndedStaysEnded() {
    assertThat(
            told(
                screen(
                    line("张伟续保", 190, 500, 44, WHITE),
                    line("电话一三八零零一三八零", 190, 562, 44, WHITE),
                    line("零零", 190, 624, 44, WHITE))))
        .containsExactly("?:张伟续保\n电话一三八零零一三八零零零");
  }

  @Test
  void rowsOfATableAreRows() {
    assertThat(
            told(
                screen(
                    line("川A12345", 500, 501, 40, WHITE),
                    line("张伟", 100, 500, 40, WHITE),
                    line("李娜", 100, 560, 40, WHITE),
                    line("渝B66666", 500, 559, 40, WHITE))))
        .containsExactly("?:张伟 川A12345\n李娜 渝B66666");
  }

  @Test
  void namesTimesAndTitlesStandBesideEachOnce() {
    List<String> beside =
        Conversation.of(
                List.of(
                    screen(
                        line("续保交流群", 400, 100, 48, WHITE),
                        line("上午10:12", 450, 260, 34, WHITE),
                        line("小刘", 160, 330, 32, WHITE),
                        line("客户要续保", 190, 410, 44, WHITE),
                        line("小刘", 160, 600, 32, WHITE),
                        line("电话明天发", 190, 680, 44, WHITE)),
                    screen(line("续保交流群", 400, 100, 48, WHITE))))
            .beside()
            .stream()
            .map(place -> place.line().text().reveal(Reveal.CLASSIFY))
            .toList();
    assertThat(beside).containsExactlyInAnyOrder("续保交流群", "上午10:12", "小刘");
  }

  /** A stretch over two lines stands in both, in the characters that it covers. */
  @Test
  void aStretchOfAMessageIsKnownInItsLines() {
    Message message =
        Conversation.of(
                List.of(
                    screen(
                        line("他的电话是一三八", 190, 500, 44, WHITE), line("零零一三八", 190, 562, 44, WHITE))))
            .messages()
            .get(0);
    Box first = message.lines().get(0).box(5, 10).orElseThrow();
    Box second = message.lines().get(1).box(5, 10).orElseThrow();
    assertThat(first.x() + first.length() / 2).isCloseTo(190 + 8 * 44, within(1e-9));
    assertThat(first.length()).isBetween(2.5 * 44, 3.5 * 44);
    assertThat(second.x() - second.length() / 2).isCloseTo(190, within(1e-9));
    assertThat(second.length()).isBetween(1.5 * 44, 2.5 * 44);
    assertThat(message.lines().get(1).box(0, 8)).isEmpty();
  }
}
