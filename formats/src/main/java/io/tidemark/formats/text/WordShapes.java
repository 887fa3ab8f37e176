package io.tidemark.formats.text;

import static io.tidemark.formats.text.Shape.words;

import io.tidemark.formats.text.Piece.Sureness;
import io.tidemark.terms.FieldClass;
import java.util.List;
import java.util.Set;

/**
 * Names and dates as they stand among words. An expiry counts with its year only: 12月到期 names no
 * day, and no year that a reader could know.
 */
final class WordShapes {
  private static final String HANZI = "\\u4E00-\\u9FFF";
  private static final String FAMILY = "(?:欧阳|司马|上官|诸葛|" + Surnames.CLASS + ")";
  private static final String FORMAL = "先生|女士|小姐";
  private static final String TITLE = FORMAL + "|师傅|老板|经理|主任|老师|大姐|大哥|总|姐|哥|叔|姨";
  private static final String DATE =
      "(?<![0-9])((?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}(?![0-9])日?)";

  /** Words of this trade that begin like a name. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "高尔夫", "马自达", "金杯", "雷凌", "雷诺", "唐", "方向", "方便", "高速", "高配", "马上", "金额", "白色", "黄色", "万元",
          "万公里", "江苏", "江西", "石家庄", "马路", "高级", "高端", "任何", "何时", "于是", "余款", "毛病", "严重", "方案",
          "高兴", "温江", "金牛", "金牛区");

  static final List<Shape> ALL =
      List.of(
          words(
              FieldClass.EXPIRY,
              Sureness.STATED,
              DATE + "[ ]?(?:前)?(?:到期|终保|脱保|止)",
              WordShapes::date),
          words(
              FieldClass.EXPIRY,
              Sureness.STATED,
              "(?:到期日?期?|终保日?期?|保险止期|有效期至)[:为是 ]{0,3}" + DATE,
              WordShapes::date),
          words(
              FieldClass.NAME,
              Sureness.STATED,
              "(?:姓名|客户|车主|被保险人|投保人|联系人|NAME|OWNER)[: ]{1,3}(?!"
                  + FAMILY
                  + "(?:"
                  + TITLE
                  + "))(["
                  + HANZI
                  + "·]{2,15})",
              WordShapes::any),
          words(
              FieldClass.NAME,
              Sureness.STATED,
              "(?<!["
                  + HANZI
                  + "])("
                  + FAMILY
                  + "["
                  + HANZI
                  + "]{1,2})(?:"
                  + FORMAL
                  + ")(?!["
                  + HANZI
                  + "])",
              WordShapes::any),
          words(
              FieldClass.NAME,
              Sureness.BEGINNING,
              "(?<!["
                  + HANZI
                  + "])("
                  + FAMILY
                  + "(?:"
                  + TITLE
                  + ")|[老小]"
                  + Surnames.CLASS
                  + ")(?!["
                  + HANZI
                  + "])",
              WordShapes::any),
          words(
              FieldClass.NAME,
              Sureness.LIKELY,
              "(?<![" + HANZI + "])(" + FAMILY + "[" + HANZI + "]{1,2})(?![" + HANZI + "])",
              (value, written, before) -> !NO_NAMES.contains(value)));

  private WordShapes() {}

  private static boolean any(String value, String written, String before) {
    return true;
  }

  private static boolean date(String value, String written, String before) {
    return WellFormed.sound(FieldClass.EXPIRY, value);
  }
}
