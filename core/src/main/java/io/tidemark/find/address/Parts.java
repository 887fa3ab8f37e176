package io.tidemark.find.address;

import io.tidemark.find.Confidence;
import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of addresses in a sentence, and the addresses that they make. */
final class Parts {
  /**
   * Words before an ending that may belong to the name: more inside an address than at its begin.
   */
  private static final int FILLERS_INSIDE = 4;

  private static final int FILLERS_BEFORE = 2;
  private static final int LONGEST_NAME = 9;
  private static final String SECTIONS = "东西南北中一二三四五";

  /** What makes the name of an organisation out of the places before it. */
  private static final Set<String> ORGANISATIONS =
      Set.of(
          "法院", "人民法院", "检察院", "政府", "人民政府", "公安局", "公安", "警方", "大学", "学院", "医院", "公司", "分公司", "集团",
          "学校", "局", "中学", "小学", "银行", "支行", "分行", "委员会", "市委", "省委", "区委", "县委", "党委", "队", "俱乐部",
          "协会", "报", "日报", "晚报", "电视台", "派出所", "消防", "交警", "移动", "联通", "电信", "人", "人大", "政协", "厅",
          "代表团", "代表队", "分局", "总队", "支队", "大队", "部门");

  private record Part(int start, int end, Level level, boolean counted) {}

  /** Is told of an address and how sure it is. */
  interface Reader {
    void address(Span span, Confidence confidence);
  }

  private final Pieces pieces;
  private final CharSequence text;

  Parts(Pieces pieces) {
    this.pieces = pieces;
    this.text = pieces.text();
  }

  /** Tells of the addresses of the sentence, and returns whether there was one. */
  boolean addresses(Reader reader) {
    List<Part> open = new ArrayList<>();
    boolean told = false;
    int i = 0;
    while (i <= pieces.count()) {
      Part part = i < pieces.count() ? part(i, !open.isEmpty()) : null;
      if (part != null) {
        estate(open, part, i);
        open.add(part);
        i = pieces.from(part.end(), i + 1);
      } else if (i < pieces.count() && !open.isEmpty() && joins(i)) {
        i++;
      } else {
        told |= close(open, reader);
        i++;
      }
    }
    return told;
  }

  /** What stands before a door and has no ending is the name of an estate: 保利心语 11-1-2205. */
  private void estate(List<Part> open, Part door, int i) {
    int reached = open.isEmpty() ? -1 : open.get(open.size() - 1).end();
    boolean whole = door.level() == Level.DOOR && door.counted();
    if (!whole || reached == door.start()) {
      return;
    }
    int from = i;
    while (from > 0
        && i - from < 3
        && pieces.get(from - 1).start() >= reached
        && pieces.get(from - 1).hanzi()
        && !pieces.get(from - 1).stop()) {
      from--;
    }
    int start = pieces.get(from).start();
    if (door.start() - start >= 2 && door.start() - start <= LONGEST_NAME) {
      open.add(new Part(start, door.start(), Level.ESTATE, false));
    }
  }

  /** A gap of one character, behind which an address goes on. */
  private boolean joins(int i) {
    Pieces.Each each = pieces.get(i);
    return each.text().length() == 1
        && " -·（(）)#".contains(each.text())
        && i + 1 < pieces.count()
        && part(i + 1, true) != null;
  }

  private @Nullable Part part(int i, boolean inside) {
    Pieces.Each first = pieces.get(i);
    Counted counted = Counted.at(text, first.start(), inside);
    if (counted != null) {
      return new Part(first.start(), counted.end(), counted.level(), true);
    }
    if (first.kind() == Piece.PLACE) {
      return place(i, first);
    }
    StringBuilder name = new StringBuilder();
    int most = inside ? FILLERS_INSIDE : FILLERS_BEFORE;
    for (int k = i; k < pieces.count() && k <= i + most; k++) {
      Pieces.Each each = pieces.get(k);
      if (organisation(each.text())
          || !each.hanzi()
          || each.stop()
          || name.length() + each.text().length() > LONGEST_NAME) {
        return null;
      }
      name.append(each.text());
      Level level = Endings.of(each.text());
      boolean more = k + 1 < pieces.count() && Endings.bare(pieces.get(k + 1).text());
      if (level != null && !more && name.length() > 1 && !(k == i && Endings.bare(each.text()))) {
        return named(first.start(), each.end(), level);
      }
    }
    return null;
  }

  /** A place, with an ending that stands as a word of its own behind it: 天府 大道. */
  private Part place(int i, Pieces.Each first) {
    if (i + 1 < pieces.count()) {
      Pieces.Each next = pieces.get(i + 1);
      if (Endings.bare(next.text())) {
        Level level = Endings.of(next.text());
        return named(first.start(), next.end(), level);
      }
    }
    Level level = Endings.of(first.text());
    return named(first.start(), first.end(), level);
  }

  /** A part with the section of the road behind it: 天府大道 北段. */
  private Part named(int start, int end, @Nullable Level level) {
    for (int at = end; at <= end + 1 && at < text.length(); at++) {
      if (text.charAt(at) == '段' && SECTIONS.indexOf(text.charAt(at - 1)) >= 0) {
        return new Part(start, at + 1, Level.ROAD, false);
      }
    }
    return new Part(start, end, level == null ? Level.DIVISION : level, false);
  }

  private boolean close(List<Part> open, Reader reader) {
    if (open.isEmpty()) {
      return false;
    }
    Span span = new Span(open.get(0).start(), open.get(open.size() - 1).end());
    Confidence confidence = confidence(open, span);
    open.clear();
    if (confidence != null) {
      reader.address(span, confidence);
    }
    return confidence != null;
  }

  private @Nullable Confidence confidence(List<Part> parts, Span span) {
    int explicit = 0;
    int lower = 0;
    int estates = 0;
    int counted = 0;
    int names = 0;
    for (Part part : parts) {
      if (part.counted()) {
        counted += names > 0 ? 1 : 0;
        continue;
      }
      names++;
      lower += part.level() == Level.VILLAGE || part.level() == Level.ROAD ? 1 : 0;
      estates += part.level() == Level.ESTATE ? 1 : 0;
      explicit += part.level() == Level.DIVISION && explicit(part) ? 1 : 0;
    }
    if (counted > 0 && lower > 0) {
      return names > 1 ? Confidence.HIGH : Confidence.MEDIUM;
    }
    if (counted > 1 && estates > 0) {
      return names > 1 ? Confidence.HIGH : Confidence.MEDIUM;
    }
    boolean whole =
        explicit > 1 && lower > 0 || explicit > 2 || explicit > 0 && estates > 0 && counted > 0;
    return whole && !organisation(span.end()) ? Confidence.MEDIUM : null;
  }

  /** Whether a division is called one: 成都市, not 成都. */
  private boolean explicit(Part part) {
    return Endings.of(text.subSequence(part.start(), part.end()).toString()) == Level.DIVISION;
  }

  private boolean organisation(int end) {
    int i = pieces.from(end, 0);
    return i < pieces.count() && organisation(pieces.get(i).text());
  }

  /** Whether a word makes an organisation of the places before it. */
  static boolean organisation(String word) {
    return ORGANISATIONS.contains(word);
  }
}
