package io.tidemark.find.address;

import io.tidemark.find.Confidence;
import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Piece;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /** What makes the name of an organisation out of the places before it. */
  private static final Set<String> ORGANISATIONS =
      Set.of(
          "法院", "人民法院", "检察院", "政府", "人民政府", "公安局", "公安", "警方", "大学", "学院", "医院", "公司", "分公司", "集团",
          "学校", "局", "中学", "小学", "银行", "支行", "分行", "委员会", "市委", "省委", "区委", "县委", "党委", "队", "俱乐部",
          "协会", "报", "日报", "晚报", "电视台", "派出所", "消防", "交警", "移动", "联通", "电信", "人", "人大", "政协", "厅",
          "代表团", "代表队", "分局", "总队", "支队", "大队", "部门");

  private record Part(int start, int end, Level level, boolean counted) {}

  /**
   * An address.
   *
   * @param span where it stands
   * @param confidence how sure that is; null where it is none
   */
  record Address(Span span, @Nullable Confidence confidence) {}

  private final Pieces pieces;
  private final CharSequence text;

  Parts(Pieces pieces) {
    this.pieces = pieces;
    this.text = pieces.text();
  }

  List<Address> addresses() {
    List<Address> addresses = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    int i = 0;
    while (i < pieces.count()) {
      Part part = part(i, !open.isEmpty());
      if (part != null) {
        open.add(part);
        i = pieces.from(part.end(), i + 1);
      } else if (!open.isEmpty() && joins(i)) {
        i++;
      } else {
        close(open, addresses);
        i++;
      }
    }
    close(open, addresses);
    return addresses;
  }

  /** A gap of one character, behind which an address goes on. */
  private boolean joins(int i) {
    Pieces.Each each = pieces.get(i);
    return each.text().length() == 1
        && " -·,，、（(）)#".contains(each.text())
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
      if (!each.hanzi() || each.stop() || name.length() + each.text().length() > LONGEST_NAME) {
        return null;
      }
      name.append(each.text());
      Level level = Endings.of(each.text());
      if (level != null && name.length() > 1 && !(k == i && Endings.bare(each.text()))) {
        return new Part(first.start(), each.end(), level, false);
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
        return new Part(first.start(), next.end(), level == null ? Level.DIVISION : level, false);
      }
    }
    Level level = Endings.of(first.text());
    return new Part(first.start(), first.end(), level == null ? Level.DIVISION : level, false);
  }

  private void close(List<Part> open, List<Address> addresses) {
    if (!open.isEmpty()) {
      Span span = new Span(open.get(0).start(), open.get(open.size() - 1).end());
      addresses.add(new Address(span, confidence(open, span)));
      open.clear();
    }
  }

  private @Nullable Confidence confidence(List<Part> parts, Span span) {
    Map<Level, Integer> named = new EnumMap<>(Level.class);
    boolean fine = false;
    for (Part part : parts) {
      if (part.counted()) {
        fine |= part.level().fine();
      } else {
        named.merge(part.level(), 1, Integer::sum);
      }
    }
    int names = named.values().stream().mapToInt(Integer::intValue).sum();
    int divisions = named.getOrDefault(Level.DIVISION, 0);
    if (fine && names >= 2) {
      return Confidence.HIGH;
    }
    if (fine && names > divisions) {
      return Confidence.MEDIUM;
    }
    if (names == 0) {
      return null;
    }
    boolean organisation = organisation(span.end());
    if (!organisation && (divisions >= 3 || divisions >= 2 && names > divisions)) {
      return Confidence.MEDIUM;
    }
    return alone(span) ? Confidence.LOW : null;
  }

  private boolean organisation(int end) {
    int i = pieces.from(end, 0);
    return i < pieces.count() && ORGANISATIONS.contains(pieces.get(i).text());
  }

  /** Whether nothing else stands in the cell. */
  private boolean alone(Span span) {
    return border(span.start() - 1) && border(span.end());
  }

  private boolean border(int at) {
    return at < 0 || at >= text.length() || "\n\r\t|".indexOf(text.charAt(at)) >= 0;
  }
}
