package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a workbook's cells refer to by number. They are read as far as they are asked for:
 * programs number them in the order of the cells, so nobody waits for all of them. Packed as UTF-8
 * in pages, eight bytes and the text each, because a sheet of a million rows refers to many
 * millions; those that were met last lie ready. Not thread-safe.
 */
final class SharedStrings implements Closeable {
  private static final int PAGE = 1 << 20;
  private static final int READY = 1 << 10;
  private static final int READY_CHARACTERS = 256;

  private final PartXml xml;
  private final Path file;
  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private final List<byte[]> pages = new ArrayList<>();
  private final @Nullable String[] ready = new String[READY];
  private final int[] readyNumbers = new int[READY];
  private long[] places = new long[1024];
  private int size;
  private int free = PAGE;
  private boolean ended;

  /**
   * @param xml where they stand; closed with this
   * @param limits texts longer than a cell are kept one character too long, so that the cell is
   *     rejected where it stands
   */
  SharedStrings(PartXml xml, Path file, Limits limits) {
    this.xml = xml;
    this.file = file;
    this.limits = limits;
  }

  /** The text of this number, counted from 0. */
  Optional<String> get(int index) throws Unreadable {
    while (index >= size && !ended) {
      ended = !readNext();
    }
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    String met = ready[index % READY];
    if (met != null && readyNumbers[index % READY] == index) {
      return Optional.of(met);
    }
    int page = (int) (places[index] >>> 40);
    int start = (int) (places[index] >>> 20) & (PAGE - 1);
    int length = (int) places[index] & (PAGE - 1);
    String unpacked = new String(pages.get(page), start, length, StandardCharsets.UTF_8);
    layReady(index, unpacked);
    return Optional.of(unpacked);
  }

  private boolean readNext() throws Unreadable {
    if (!xml.nextStart("si")) {
      return false;
    }
    text.setLength(0);
    while (xml.nextTag() && !xml.ends("si")) {
      if (xml.starts("rPh")) {
        xml.text(new StringBuilder(), 0);
      } else if (xml.starts("t")) {
        xml.text(text, limits.cellCharacters() + 1);
      }
    }
    add(text.toString());
    if ((long) pages.size() * PAGE + 8L * size > limits.sharedStringBytes()) {
      throw Unreadable.file(
          file, new Words("共享字符串过多，请另存为 CSV", "too many shared strings: save it as CSV"));
    }
    return true;
  }

  private void add(String shared) {
    byte[] bytes = shared.getBytes(StandardCharsets.UTF_8);
    if (free + bytes.length > PAGE) {
      pages.add(new byte[PAGE]);
      free = 0;
    }
    System.arraycopy(bytes, 0, pages.get(pages.size() - 1), free, bytes.length);
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
    }
    places[size] = (long) (pages.size() - 1) << 40 | (long) free << 20 | bytes.length;
    free += bytes.length;
    layReady(size++, shared);
  }

  private void layReady(int index, String shared) {
    if (shared.length() <= READY_CHARACTERS) {
      ready[index % READY] = shared;
      readyNumbers[index % READY] = index;
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
