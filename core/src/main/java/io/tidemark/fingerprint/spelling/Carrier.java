package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.FieldClass;
import java.util.List;

/**
 * A place in a value that can be written in several ways, with the number of its spellings. The
 * order of the constants and of their spellings is part of the catalogue's version: it is never
 * changed, only added to.
 *
 * <p>Why the spellings mean the same:
 *
 * <ul>
 *   <li>{@code PROVINCE}: 四川省成都市, 成都市, 四川成都市. A prefecture-level city's name is unique in China
 *       (GB/T 2260), so the province adds nothing; its kind (省, 自治区) is left out in everyday
 *       writing.
 *   <li>{@code MUNICIPALITY}: 北京市朝阳区, 北京朝阳区. A municipality stands directly above its districts.
 *   <li>{@code UNIT}: 26号楼, 26栋, 26幢; 1404室, 1404; 26-1-1404. Interchangeable names of a building,
 *       and the usual short form "building-unit-room".
 *   <li>{@code MODEL_YEAR}: 2021款, 21款, with or without spaces. A model year has one century.
 *   <li>{@code REMARK_STOP}: the comma between two clauses as ，, , or a space.
 *   <li>{@code REMARK_NUMBER}: 一次 and 1次, 三年 and 3年.
 * </ul>
 */
public enum Carrier {
  PROVINCE(FieldClass.ADDRESS, 0, 0b001, 0b010, 0b100),
  MUNICIPALITY(FieldClass.ADDRESS, 0, 0b01, 0b10),
  UNIT(FieldClass.ADDRESS, 1, 1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6),
  MODEL_YEAR(FieldClass.MODEL, 0, 0b0011, 0b0011, 0b1100, 0b1100),
  REMARK_STOP(FieldClass.REMARK, 0, 0b111, 0b111, 0b111),
  REMARK_NUMBER(FieldClass.REMARK, 1, 0b01, 0b10);

  /** Names this list, these spellings and their order; recorded in every disclosure. */
  public static final String CATALOGUE = "2026.1";

  private static final List<Carrier> ALL = List.of(values());

  private final FieldClass field;
  private final int lane;
  private final int[] cleaned;

  /**
   * {@code cleaned} has, for each spelling, the set of those that look alike without spaces and
   * punctuation.
   */
  Carrier(FieldClass field, int lane, int... cleaned) {
    this.field = field;
    this.lane = lane;
    this.cleaned = cleaned;
  }

  /** The field whose value it is part of. */
  public FieldClass field() {
    return field;
  }

  /**
   * Which 16-bit lane of the position's pseudo-random block it draws from; no two of one value
   * share a lane.
   */
  public int lane() {
    return lane;
  }

  /** How many spellings there are, at least 2. */
  public int spellings() {
    return cleaned.length;
  }

  /** The spellings that look like spelling {@code s} once spaces and punctuation are gone. */
  public Shown whenCleaned(int s) {
    return new Shown(cleaned[s]);
  }

  /** The spellings that can look like {@code shown} when the text may have been cleaned. */
  public Shown whenCleaned(Shown shown) {
    int mask = 0;
    for (int s = 0; s < cleaned.length; s++) {
      mask |= shown.admits(s) ? cleaned[s] : 0;
    }
    return new Shown(mask);
  }

  /** The carrier with this {@link #ordinal}. */
  public static Carrier at(int ordinal) {
    return ALL.get(ordinal);
  }
}
