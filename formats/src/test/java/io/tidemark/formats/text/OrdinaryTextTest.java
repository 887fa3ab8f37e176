package io.tidemark.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Prose is not read as numbers of customers, however many numerals it has. */
class OrdinaryTextTest {
  private static final Path PUBLIC = Path.of(System.getProperty("public.texts", "absent"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一三得三，三三得九，一二三四五六七八九十",
        "一二三四五六七，老虎不在家",
        "他一九八三年六月十二日生于成都，二〇〇八年五月一日结婚",
        "电话一五一十地讲了三四遍，五六七八个人都在听",
        "一千三百八十万零五十六元七角八分",
        "2026年11月24日 22:03:15 订单 9138123456780000 已发货",
        "单价 13.8 数量 1234 合计 17029.2 元",
        "套餐 158/198/238/298 四档，15 30 200 3400",
        "19,800,000,000 元的市值",
        "新BMW和京东E3900都在打折",
        "云ECS2核4G一年只要99元，新iPhone17也有优惠",
        "①先加微信 ②再报价 ③③④⑤号楼拿单 ⑥付款",
        "1️⃣早起 2️⃣跑步 3️⃣吃饭 4️⃣上班",
        "ISBN 978-7-111-54742-6，DOI 10.1109/5.771073",
        "IP 192.168.1.104 端口 13800 延迟 15.3.2",
        "比分 1-3 8-1 2-3 4-5 6-7 8-9",
        "LOL S13 OOO 1I1 lol 138 ooo",
        "13:38 12:34 15:59 三次列车晚点",
        "CHINA UNICOM NETWORK 2026 1234",
        "QQ群 138123456，口令 1381234567",
        "一一三八一二三四五六七八九的和是多少"
      })
  void proseHasNoNumbersOfCustomers(String text) {
    assertThat(PieceFinder.find(text)).filteredOn(Piece::identifies).isEmpty();
  }

  /**
   * The public texts (CLUENER2020, Weibo NER) lie outside the project. Where they are, they have
   * ten real mobile numbers and two numbers of bank cards, which look like policy numbers.
   */
  @Test
  void publicTextsHaveHardlyAny() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(PUBLIC));
    List<String> texts = new ArrayList<>(cluener());
    texts.addAll(weibo("weiboNER_2nd_conll.train"));
    texts.addAll(weibo("weiboNER_2nd_conll.dev"));
    long numbers =
        texts.stream()
            .flatMap(text -> PieceFinder.find(text).stream())
            .filter(Piece::identifies)
            .count();
    assertThat(texts).hasSizeGreaterThan(10_000);
    assertThat(numbers).isLessThanOrEqualTo(12);
  }

  private static List<String> cluener() throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    try (var lines = Files.lines(PUBLIC.resolve("cluener-train.json"))) {
      return lines.map(line -> json.readTree(line).get("text").asString()).toList();
    }
  }

  /** One character a line, its place in the word behind it; an empty line ends a post. */
  private static List<String> weibo(String name) throws IOException {
    List<String> posts = new ArrayList<>();
    StringBuilder post = new StringBuilder();
    for (String line : Files.readAllLines(PUBLIC.resolve(name))) {
      if (line.isBlank()) {
        posts.add(post.toString());
        post.setLength(0);
      } else {
        post.append(line.split("\t")[0].replaceAll("\\d$", ""));
      }
    }
    posts.add(post.toString());
    return posts;
  }
}
