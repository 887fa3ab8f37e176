package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The texts that a workbook's cells refer to by number. Packed as UTF-8 in pages, eight bytes and
 * the text each, because a sheet of a million rows refers to many millions.
 */
final class SharedStrings {
  private static final int PAGE = 1 << 20;

  private final List<byte[]> pages = new ArrayList<>();
  private long[] places = new long[1024];
  private int size;
  private int free = PAGE;

  /**
   * @param limits texts longer than a cell are kept one character too long, so that the cell is
   *     rejected where it stands
   */
  static SharedStrings read(PartXml xml, Path file, Limits limits) throws Unreadable {
    SharedStrings strings = new SharedStrings();
    StringBuilder text = new StringBuilder();
    while (xml.nextStart("si")) {
      text.setLength(0);
      while (xml.nextTag() && !xml.ends("si")) {
        if (xml.starts("rPh")) {
          xml.text(new StringBuilder(), 0);
        } else if (xml.starts("t")) {
          xml.text(text, limits.cellCharacters() + 1);
        }
      }
      strings.add(text.toString());
      if ((long) strings.pages.size() * PAGE + 8L * strings.size > limits.sharedStringBytes()) {
        throw Unreadable.file(
            file, new Words("共享字符串过多，请另存为 CSV", "too many shared strings: save it as CSV"));
      }
    }
    return strings;
  }

  /** The text of this number, counted from 0. */
  Optional<String> get(int index) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    int page = (int) (places[index] >>> 40);
    int start = (int) (places[index] >>> 20) & (PAGE - 1);
    int length = (int) places[index] & (PAGE - 1);
    return Optional.of(new String(pages.get(page), start, length, StandardCharsets.UTF_8));
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (free + bytes.length > PAGE) {
      pages.add(new byte[PAGE]);
      free = 0;
    }
    System.arraycopy(bytes, 0, pages.get(pages.size() - 1), free, bytes.length);
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
    }
    places[size++] = (long) (pages.size() - 1) << 40 | (long) free << 20 | bytes.length;
    free += bytes.length;
  }
}
