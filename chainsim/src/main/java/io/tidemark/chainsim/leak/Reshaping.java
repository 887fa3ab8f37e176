package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attacks on columns and headings. */
public final class Reshaping {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private Reshaping() {}

  /** The columns with these headings are left out. */
  public record Drop(Set<String> headings) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      return released.columns(
          places(released).stream()
              .filter(place -> !headings.contains(released.headings().get(place)))
              .toList());
    }
  }

  /** The columns in another order. */
  public record ReorderColumns(long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      List<Integer> order = new ArrayList<>(places(released));
      Collections.shuffle(order, new Random(seed));
      return released.columns(order);
    }
  }

  /** Other headings of the same meaning, Chinese or English. */
  public record RenameHeadings(long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      Random random = new Random(seed);
      List<String> renamed =
          released.headings().stream()
              .map(heading -> synonym(heading, random))
              .collect(Collectors.toUnmodifiableList());
      return new LeakedTable(renamed, released.rows());
    }

    private static String synonym(String heading, Random random) {
      for (Column column : Column.values()) {
        List<String> known = column.headings();
        if (known.contains(heading)) {
          return known.get(random.nextInt(known.size()));
        }
      }
      return heading;
    }
  }

  /** A language of headings. */
  public enum HeadingLanguage {
    CHINESE,
    ENGLISH,
    /** Latin letters without tones, {@code chepaihao}. */
    PINYIN;

    private String of(Column column, Random random) {
      if (this == PINYIN) {
        return column.pinyin();
      }
      List<String> known =
          column.headings().stream()
              .filter(heading -> HAN.matcher(heading).find() == (this == CHINESE))
              .toList();
      return known.get(random.nextInt(known.size()));
    }
  }

  /** Every known heading in one language, the columns in another order. */
  public record Translated(HeadingLanguage language, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      Random random = new Random(seed);
      List<String> translated =
          released.headings().stream()
              .map(
                  heading ->
                      Column.called(heading).map(c -> language.of(c, random)).orElse(heading))
              .collect(Collectors.toUnmodifiableList());
      return new ReorderColumns(seed).on(new LeakedTable(translated, released.rows()));
    }
  }

  /** Only the rows. */
  public record NoHeadings() implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      return new LeakedTable(List.of(), released.rows());
    }
  }

  private static List<Integer> places(LeakedTable table) {
    return IntStream.range(0, table.width()).boxed().toList();
  }
}
