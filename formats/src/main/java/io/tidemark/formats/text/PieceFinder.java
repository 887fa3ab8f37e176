package io.tidemark.formats.text;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds phones, plates and numbers by their shape in one line. What one pattern takes, the next
 * ones no longer see, so the most telling shapes go first. Each pattern's repeats are bounded, so
 * the time is linear in the line.
 */
final class PieceFinder {
  private static final String HANZI = "\\u4E00-\\u9FFF";
  private static final String TITLE = "先生|女士|小姐|师傅|老板|总";
  private static final String TAKEN = "\u0001";

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(
              FieldClass.IDENTITY_NUMBER,
              "(?<![0-9A-Z])([0-9]{6}[ -]?(?:18|19|20)[0-9]{2}[ -]?(?:0[1-9]|1[0-2])"
                  + "(?:0[1-9]|[12][0-9]|3[01])[ -]?[0-9]{3}[0-9X])(?![0-9A-Z])"),
          new Shape(
              FieldClass.VIN,
              "(?<![0-9A-Z])((?=[0-9]{0,16}[A-Z])[A-HJ-NPR-Z0-9]{13}[0-9]{4})(?![0-9A-Z])"),
          new Shape(
              FieldClass.PLATE,
              "([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?[A-Z]"
                  + "[ ·•.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳])(?![0-9A-Z])"),
          new Shape(
              FieldClass.MOBILE,
              "(?<![0-9A-Z])(?:\\+?86[ -]?)?(1[ -]?[3-9](?:[ -]?[0-9]){9})(?![0-9])"),
          new Shape(
              FieldClass.IDENTITY_NUMBER,
              "(?<![0-9A-Z])([0-9]{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3})"
                  + "(?![0-9A-Z])"),
          new Shape(
              FieldClass.POLICY_NUMBER,
              "(?<![0-9A-Z])([A-Z]{1,8}[0-9]{10,24}|[0-9]{19,25})(?![0-9A-Z])"),
          new Shape(
              FieldClass.POLICY_NUMBER, "保单号?码?[: ]{0,3}([0-9A-Z][0-9A-Z-]{7,29})(?![0-9A-Z])"),
          new Shape(
              FieldClass.NAME,
              "(?:姓名|客户|车主|被保险人|投保人|联系人|NAME|OWNER)[: ]{1,3}([" + HANZI + "·]{2,15})"),
          new Shape(
              FieldClass.NAME,
              "(?<![" + HANZI + "])([" + HANZI + "]{1,3}(?:" + TITLE + "))(?![" + HANZI + "])"),
          new Shape(
              FieldClass.NAME,
              "(?<!["
                  + HANZI
                  + "])((?:欧阳|司马|上官|诸葛|"
                  + Surnames.CLASS
                  + ")["
                  + HANZI
                  + "]{1,2})"
                  + "(?!["
                  + HANZI
                  + "])"));

  private PieceFinder() {}

  static List<Piece> find(String line) {
    List<Piece> pieces = new ArrayList<>();
    String rest = PlainForm.of(line);
    for (Shape shape : SHAPES) {
      rest = shape.take(rest, pieces);
    }
    return pieces;
  }

  private record Shape(FieldClass kind, Pattern pattern) {
    private static final Pattern INSIDE = Pattern.compile("[ ·•.-]");

    Shape(FieldClass kind, String regex) {
      this(kind, Pattern.compile(regex));
    }

    String take(String text, List<Piece> into) {
      Matcher matcher = pattern.matcher(text);
      return matcher.replaceAll(
          found -> {
            into.add(new Piece(kind, PersonalText.of(plain().apply(found.group(1)))));
            return TAKEN;
          });
    }

    private UnaryOperator<String> plain() {
      return kind == FieldClass.NAME
          ? UnaryOperator.identity()
          : value -> INSIDE.matcher(value).replaceAll("");
    }
  }
}
