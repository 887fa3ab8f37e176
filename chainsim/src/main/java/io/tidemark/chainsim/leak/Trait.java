package io.tidemark.chainsim.leak;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a cell that people write in several styles, as any reader of the list sees. */
enum Trait {
  /** How much of province, city and district stands there. */
  ADDRESS_BEGINNING(Column.ADDRESS) {
    @Override
    Optional<Styled> read(String cell) {
      return Division.read(Cleaning.folded(cell));
    }
  },
  /** {@code 291号}, {@code 第291号}, {@code 291}. */
  STREET_NUMBER(Column.ADDRESS) {
    @Override
    Optional<Styled> read(String cell) {
      Matcher found = NUMBER.matcher(cell);
      return found.find()
          ? Optional.of(
              Styled.within(
                  cell,
                  found,
                  found.group(1) + "{n}" + found.group(3),
                  style -> style.replace("{n}", found.group(2))))
          : Optional.empty();
    }
  },
  /** {@code 26号楼1单元1404室}, {@code 26-1-1404}. */
  ADDRESS_END(Column.ADDRESS) {
    @Override
    Optional<Styled> read(String cell) {
      return Door.read(Cleaning.folded(cell))
          .map(door -> new Styled("", door.template(), style -> door.before() + door.in(style)));
    }
  },
  /** {@code 2021款}, {@code 21款}, with spaces or without. */
  MODEL_YEAR(Column.MODEL) {
    @Override
    Optional<Styled> read(String cell) {
      Matcher found = YEAR.matcher(cell);
      return found.find()
          ? Optional.of(
              Styled.within(
                  cell,
                  found,
                  found.group(1) + (found.group(2) == null ? "{y}" : "{Y}") + found.group(4),
                  style ->
                      style.replace("{Y}", "20" + found.group(3)).replace("{y}", found.group(3))))
          : Optional.empty();
    }
  },
  /** {@code 1.5L}, {@code 1.5升}. */
  ENGINE_SIZE(Column.MODEL) {
    @Override
    Optional<Styled> read(String cell) {
      Matcher found = SIZE.matcher(cell);
      return found.find()
          ? Optional.of(
              Styled.within(
                  cell,
                  found,
                  "{n}" + found.group(2),
                  style -> style.replace("{n}", found.group(1))))
          : Optional.empty();
    }
  },
  /** {@code 自动}, {@code 自动挡}, {@code 自动档}. */
  GEARBOX(Column.MODEL) {
    @Override
    Optional<Styled> read(String cell) {
      Matcher found = GEARBOX_WORDS.matcher(cell);
      return found.find()
          ? Optional.of(
              Styled.within(
                  cell,
                  found,
                  "{g}" + found.group(2),
                  style -> style.replace("{g}", found.group(1))))
          : Optional.empty();
    }
  },
  /** A closing {@code 版} or {@code 型}. */
  MODEL_END(Column.MODEL) {
    @Override
    Optional<Styled> read(String cell) {
      Matcher found = END.matcher(cell);
      return YEAR.matcher(cell).find() && found.find()
          ? Optional.of(Styled.within(cell, found, found.group(), UnaryOperator.identity()))
          : Optional.empty();
    }
  },
  /** {@code 锦程保险代理有限公司}, {@code 锦程保代}. */
  AGENCY_NAME(Column.AGENCY) {
    @Override
    Optional<Styled> read(String cell) {
      return Styled.whole(Column.AGENCY, cell);
    }
  },
  /** The wording of a remark. */
  REMARK_WORDING(Column.REMARK) {
    @Override
    Optional<Styled> read(String cell) {
      return Styled.whole(Column.REMARK, cell);
    }
  };

  private static final Pattern NUMBER =
      Pattern.compile("(?<=路|街|道|巷|弄|段)((?:门牌)?第?)(\\d+)(号?+)(?!楼|\\d)");
  private static final Pattern YEAR = Pattern.compile("(\\s*)(20)?([012]\\d)(年?款\\s*)");
  private static final Pattern SIZE = Pattern.compile("(\\d\\.\\d)(\\s*(?:L|升)(?![A-Z]))");
  private static final Pattern GEARBOX_WORDS = Pattern.compile("(自动|手动)((?:[挡档]|变速箱?)?)");
  private static final Pattern END = Pattern.compile("[版型款]?\\s*$");

  private final Column column;

  Trait(Column column) {
    this.column = column;
  }

  /** Where it stands. */
  Column column() {
    return column;
  }

  /** The style of this cell, where it can be read. */
  abstract Optional<Styled> read(String cell);
}
