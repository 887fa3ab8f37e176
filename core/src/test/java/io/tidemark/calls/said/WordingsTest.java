package io.tidemark.calls.said;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class WordingsTest {
  private static final List<String> LOANS =
      List.of(
          "问我需不需要资金周转，额度五十万，利息低，随借随还",
          "说是银行内部名额，不看征信当天放款到账",
          "需要贷款吗，老客户专享先息后本",
          "问有没有房子抵押，可以贷八十万，三天下款");

  private static Wordings settled(List<String> texts) {
    Wordings wordings = new Wordings();
    texts.forEach(text -> wordings.learn(PersonalText.of(text)));
    wordings.settle();
    return wordings;
  }

  private static int of(Wordings wordings, String text) {
    return wordings.of(PersonalText.of(text));
  }

  /** A script as several people remember it, among what others wrote. */
  private static final List<String> SCRIPT =
      List.of(
          "自称高新店续保专线，说我的车 川A12345 下月到期，到店领行车记录仪，还送两次空调清洗",
          "高新店续保专线打来的，车 川B98765 下月到期，送空调清洗，到店领行车记录仪，我挂了",
          "很烦，说是续保专线高新店，到店领行车记录仪，还送两次空调清洗，问我续不续");

  @Test
  void whatIsRememberedOfOneScriptIsOneWording() {
    List<String> texts = new ArrayList<>(LOANS);
    texts.addAll(SCRIPT);
    Wordings wordings = settled(texts);
    int script = of(wordings, SCRIPT.get(0));
    assertThat(script).isPositive();
    assertThat(SCRIPT).allMatch(text -> of(wordings, text) == script);
    assertThat(LOANS).allMatch(text -> of(wordings, text) != script);
  }

  @Test
  void whatNobodyElseWroteHasNoWording() {
    Wordings wordings = settled(SCRIPT);
    assertThat(of(wordings, "说的是完全不同的另外一件事情，与车险毫无关系")).isZero();
    assertThat(of(settled(LOANS), LOANS.get(0))).isZero();
  }

  @Test
  void aFewWordsAreNoWordingHoweverManyWriteThem() {
    assertThat(of(settled(List.of("推销车险", "推销车险", "推销车险。")), "推销车险")).isZero();
  }

  @Test
  void theSameTextTwiceIsOne() {
    String text = SCRIPT.get(0);
    assertThat(of(settled(List.of(text, text)), text)).isPositive();
    assertThat(of(settled(List.of(text)), text)).isZero();
  }

  @Test
  void wordsThatEverybodyWritesJoinNobody() {
    List<String> texts = new ArrayList<>();
    Random random = new Random(8);
    for (int i = 0; i < 40; i++) {
      texts.add("说我的车险快要到期了可以优惠" + drawn(random, 18));
    }
    Wordings wordings = settled(texts);
    assertThat(texts).allMatch(text -> of(wordings, text) == 0);
  }

  /** Characters of which each pair is as likely as any other. */
  @Property(tries = 20)
  void textsOfNoScriptAreNotJoined(@ForAll Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add(drawn(random, 40));
    }
    Wordings wordings = settled(texts);
    assertThat(texts.stream().filter(text -> of(wordings, text) != 0).count()).isLessThan(3);
  }

  private static String drawn(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('一' + random.nextInt(40)));
    }
    return text.toString();
  }
}
