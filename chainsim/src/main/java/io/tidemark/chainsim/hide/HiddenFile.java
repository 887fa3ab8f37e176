package io.tidemark.chainsim.hide;

import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts with their truth as lines: the text, then class, value, begin, end (UTF-16 units) and trick
 * of what is hidden in it, or {@code -} where nothing is, between tabs. In texts {@code \n}, {@code
 * \r}, {@code \t} and {@code \\} stand for these characters, and each that nobody sees for its
 * number ({@code \u200b}).
 */
public final class HiddenFile {
  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private HiddenFile() {}

  /** The lines of these texts. */
  public static List<String> lines(List<HiddenText> texts) {
    return texts.stream().map(HiddenFile::line).toList();
  }

  private static String line(HiddenText text) {
    StringBuilder line = new StringBuilder(escaped(text.text()));
    for (Hidden hidden : text.hidden()) {
      line.append('\t').append(hidden.found().id());
      line.append('\t').append(hidden.value());
      line.append('\t').append(hidden.span().start()).append('\t').append(hidden.span().end());
      line.append('\t').append(hidden.trick().id());
    }
    return text.hidden().isEmpty() ? line.append("\t-").toString() : line.toString();
  }

  /** Reads lines that {@link #lines} wrote; {@code #} begins a remark. */
  public static List<HiddenText> read(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("#")).map(HiddenFile::read).toList();
  }

  private static HiddenText read(String line) {
    String[] cells = line.split("\t", -1);
    List<Hidden> hidden = new ArrayList<>();
    for (int i = 1; i + 4 < cells.length; i += 5) {
      Span span = new Span(Integer.parseInt(cells[i + 2]), Integer.parseInt(cells[i + 3]));
      hidden.add(
          new Hidden(
              FoundClass.valueOf(constant(cells[i])),
              cells[i + 1],
              span,
              Trick.valueOf(constant(cells[i + 4]))));
    }
    return new HiddenText(unescaped(cells[0]), hidden);
  }

  private static String constant(String id) {
    return id.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          boolean seen = Character.getType(c) != Character.FORMAT && c != '\u00A0' && c != '#';
          out.append(seen ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
      }
    }
    return out.toString();
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append((char) Integer.parseInt(text.substring(i + 1, i + 1 + HEX_DIGITS), HEX));
          i += HEX_DIGITS;
        }
        default -> out.append(next);
      }
    }
    return out.toString();
  }
}
