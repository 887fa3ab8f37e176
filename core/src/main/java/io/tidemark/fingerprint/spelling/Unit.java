package io.tidemark.fingerprint.spelling;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The end of an address inside a compound: building, unit, room. Read from the last character
 * backwards: {@code 26号楼1单元1404室}, with 栋, 幢 or 座 and with or without 室, or {@code 26-1-1404}; the
 * building has up to four digits, the unit three, the room five and perhaps a letter.
 */
final class Unit extends AbstractList<String> implements RandomAccess {
  private static final List<String> KINDS = List.of("号楼", "栋", "幢");
  private static final int SPELLINGS = 2 * KINDS.size() + 1;
  private static final String UNIT = "单元";
  private static final char DASH = '-';

  private final String building;
  private final String unit;
  private final String room;

  private Unit(String building, String unit, String room) {
    this.building = building;
    this.unit = unit;
    this.room = room;
  }

  static @Nullable Slot find(String text) {
    int end = text.endsWith("\u0085") ? text.length() - 1 : text.length();
    int roomEnd = stands('室', text, end - 1) ? end - 1 : end;
    int room = number(text, isLetter(text, roomEnd - 1) ? roomEnd - 1 : roomEnd, 5);
    boolean dashed = stands(DASH, text, room - 1);
    if (room < 0 || !(dashed || text.startsWith(UNIT, room - UNIT.length()))) {
      return null;
    }
    int unitEnd = dashed ? room - 1 : room - UNIT.length();
    int unit = number(text, unitEnd, 3);
    int buildingEnd = dashed ? beforeDash(text, unit) : beforeKind(text, unit);
    int building = number(text, buildingEnd, 4);
    if (building < 0 || stands(DASH, text, building - 1)) {
      return null;
    }
    Unit read =
        new Unit(
            text.substring(building, buildingEnd),
            text.substring(unit, unitEnd),
            text.substring(room, roomEnd));
    return new Slot(Carrier.UNIT, building, text.length(), read);
  }

  /** Where the whole number before {@code end} begins; -1 where none is, or a longer one. */
  private static int number(String text, int end, int most) {
    int start = end;
    while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
      start--;
    }
    return start < end && end - start <= most ? start : -1;
  }

  private static int beforeDash(String text, int unit) {
    return stands(DASH, text, unit - 1) ? unit - 1 : -1;
  }

  private static int beforeKind(String text, int unit) {
    if (stands('栋', text, unit - 1) || stands('幢', text, unit - 1) || stands('座', text, unit - 1)) {
      return unit - 1;
    }
    return unit >= 2 && text.startsWith(KINDS.get(0), unit - 2) ? unit - 2 : -1;
  }

  private static boolean stands(char character, String text, int at) {
    return at >= 0 && text.charAt(at) == character;
  }

  private static boolean isLetter(String text, int at) {
    char character = at < 0 ? 0 : text.charAt(at);
    return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
  }

  @Override
  public int size() {
    return SPELLINGS;
  }

  /** The end in this spelling of {@link Carrier#UNIT}; made when it is asked for. */
  @Override
  public String get(int spelling) {
    if (spelling == SPELLINGS - 1) {
      return building + DASH + unit + DASH + room;
    }
    String all = building + KINDS.get(spelling / 2) + unit + UNIT + room;
    return spelling % 2 == 0 ? all + '室' : all;
  }
}
