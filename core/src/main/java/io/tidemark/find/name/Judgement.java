package io.tidemark.find.name;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Candidates;
import io.tidemark.find.lexicon.Lattice;
import io.tidemark.find.lexicon.Piece;
import io.tidemark.terms.PersonalText;
import java.util.Set;
import java.util.function.Consumer;

/** Which of the names in a sentence's likeliest reading are told, and how sure they are. */
final class Judgement implements Lattice.Reader {
  /** A name in prose must be five times as likely as any other reading. */
  private static final double LEAST_MARGIN = 1.6;

  /** A line no longer is a message rather than prose. */
  private static final int MESSAGE = 24;

  /** Titles of one character that are mostly something else. */
  private static final String WEAK = "工队导董";

  private static final int LONGEST_TITLE = 30;

  /** What makes a name a part of the name of a shop, a firm, a road, a prize. */
  private static final Set<String> OWNERS =
      Set.of(
          "店", "餐厅", "饭店", "酒店", "宾馆", "公司", "集团", "银行", "大学", "学院", "中学", "小学", "医院", "诊所", "药房",
          "药店", "超市", "专卖店", "汽修", "烧烤", "火锅", "麻辣烫", "海鲜", "骨科", "路", "街", "巷", "桥", "镇", "村", "庄",
          "杯", "奖", "厂", "学校", "幼儿园", "事务所", "律师事务所", "工作室", "美容", "口腔", "牙科", "便利店", "小吃", "面馆",
          "酒楼", "茶楼", "会所", "俱乐部", "基金会", "博物馆", "纪念馆", "故居", "庙", "祠", "墓", "大厦", "广场", "花园", "小区",
          "国际", "科技", "食品", "服饰", "珠宝", "汽车", "物流", "百货", "大街", "大道", "胡同", "分公司", "有限公司", "股份",
          "控股", "体育", "牌", "品牌", "专柜", "氏", "家族", "面", "菜馆");

  private final CharSequence text;
  private final int offset;
  private final Grounds grounds;
  private final Lattice lattice;
  private final Consumer<Finding> found;
  private String behind = "";

  Judgement(
      CharSequence text, int offset, Grounds grounds, Lattice lattice, Consumer<Finding> found) {
    this.text = text;
    this.offset = offset;
    this.grounds = grounds;
    this.lattice = lattice;
    this.found = found;
  }

  @Override
  public void piece(int from, int to, Piece kind, int how, int candidate) {
    int start = offset + from;
    int end = offset + to;
    if (kind == Piece.NAME && !OWNERS.contains(behind)) {
      int count = grounds.count(start, end);
      boolean sure = lattice.margin(candidate) >= LEAST_MARGIN;
      boolean addressed = how == Candidates.TITLED || how == Candidates.CALLED;
      boolean meant = !addressed || grounds.near(start) || message(start, end);
      boolean titled = how == Candidates.TITLED && WEAK.indexOf(text.charAt(end - 1)) < 0;
      if (count > 0 || sure && !inTitle(start) && (meant || titled)) {
        tell(start, end, count + (how == Candidates.TITLED && meant ? 1 : 0));
      }
    }
    behind = to - from <= 5 ? text.subSequence(start, end).toString() : "";
  }

  /** What stands between 《 and 》 is the title of a work. */
  private boolean inTitle(int start) {
    for (int i = start - 1; i >= Math.max(0, start - LONGEST_TITLE); i--) {
      char c = text.charAt(i);
      if (c == '《' || c == '》' || c == '\n') {
        return c == '《';
      }
    }
    return false;
  }

  /** Who is only addressed (王先生) is surely meant in messages and near numbers. */
  private boolean message(int start, int end) {
    int from = start;
    int to = end;
    while (from > 0 && to - from <= MESSAGE && text.charAt(from - 1) != '\n') {
      from--;
    }
    while (to < text.length() && to - from <= MESSAGE && text.charAt(to) != '\n') {
      to++;
    }
    return to - from <= MESSAGE;
  }

  private void tell(int start, int end, int count) {
    Confidence confidence =
        count > 1 ? Confidence.HIGH : count == 1 ? Confidence.MEDIUM : Confidence.LOW;
    found.accept(
        new Finding(
            FoundClass.NAME,
            new Span(start, end),
            confidence,
            PersonalText.of(text.subSequence(start, end).toString()),
            Finding.Form.WHOLE));
  }
}
