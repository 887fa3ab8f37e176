package io.tidemark.formats.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a workbook while it inflates. Stops a bomb, and a single tag, attribute or text that an
 * XML parser would have to hold whole.
 */
final class WatchedPart extends FilterInputStream {
  private static final int BETWEEN_TAGS = 4 << 20;

  private final long mostBytes;
  private final Meter total;
  private long bytes;
  private int sinceTag;

  WatchedPart(InputStream in, long mostBytes, Meter total) {
    super(in);
    this.mostBytes = mostBytes;
    this.total = total;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      watch(buffer, offset, count);
    }
    return count;
  }

  private void watch(byte[] buffer, int offset, int count) throws IOException {
    bytes += count;
    total.add(count);
    int last = offset + count - 1;
    while (last >= offset && buffer[last] != '<') {
      last--;
    }
    sinceTag = last < offset ? sinceTag + count : offset + count - last;
    if (bytes > mostBytes || sinceTag > BETWEEN_TAGS) {
      throw new Bomb();
    }
  }

  /** Adds up what all parts inflate to. */
  interface Meter {
    void add(int bytes) throws IOException;
  }

  /** More than the limits allow. */
  static final class Bomb extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
