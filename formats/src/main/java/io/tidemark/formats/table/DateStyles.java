package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cell styles of a workbook show a number as a date (ECMA-376 part 1, 18.8.30). */
final class DateStyles {
  private static final int STYLES_AT_MOST = 1 << 16;
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
  private static final Pattern DATE_PART = Pattern.compile("[yYdD年月日]");

  private final BitSet dates;

  private DateStyles(BitSet dates) {
    this.dates = dates;
  }

  static DateStyles none() {
    return new DateStyles(new BitSet());
  }

  static DateStyles read(PartXml xml) throws Unreadable {
    Set<String> dateFormats = new HashSet<>();
    BitSet dates = new BitSet();
    boolean inCellStyles = false;
    int style = 0;
    while (xml.nextTag() && style < STYLES_AT_MOST) {
      if (xml.starts("numFmt") && isDate(xml.attribute("formatCode"))) {
        dateFormats.add(String.valueOf(xml.attribute("numFmtId")));
      } else if (xml.starts("cellXfs")) {
        inCellStyles = true;
      } else if (xml.ends("cellXfs")) {
        break;
      } else if (inCellStyles && xml.starts("xf")) {
        String format = String.valueOf(xml.attribute("numFmtId"));
        dates.set(style++, dateFormats.contains(format) || builtInDate(format));
      }
    }
    return new DateStyles(dates);
  }

  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  private static boolean isDate(@Nullable String formatCode) {
    return formatCode != null
        && formatCode.length() < 1000
        && DATE_PART.matcher(LITERAL.matcher(formatCode).replaceAll("")).find();
  }

  /** Formats that need no definition: 14 to 17 and 22, and those of East Asian languages. */
  private static boolean builtInDate(String format) {
    return switch (format) {
      case "14", "15", "16", "17", "22" -> true;
      case "27", "28", "29", "30", "31", "36" -> true;
      case "50", "51", "52", "53", "54", "57", "58" -> true;
      default -> false;
    };
  }
}
