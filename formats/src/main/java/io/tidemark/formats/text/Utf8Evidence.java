package io.tidemark.formats.text;

/**
 * Counts well-formed and broken UTF-8 sequences over a stream. A few broken ones in a UTF-8 file
 * are damage; in a GB18030 file nearly all are broken. Sequences of two bytes say little: GB18030's
 * characters can look like them (the famous 联通), so they count only where nothing else speaks.
 */
final class Utf8Evidence {
  private static final int ENOUGH = 1 << 14;

  private long wide;
  private long pairs;
  private long adjacentPairs;
  private long broken;

  private int pending;
  private int low = 0x80;
  private int high = 0xBF;
  private int length;
  private boolean lastWasPair;

  void read(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      take(bytes[i] & 0xFF);
    }
  }

  boolean enough() {
    return wide + pairs + broken >= ENOUGH;
  }

  boolean utf8() {
    long unfinished = pending > 0 && wide + pairs == 0 ? 1 : 0;
    if (broken + unfinished > 0) {
      return wide > 4 * (broken + unfinished);
    }
    return wide > 0 || 2 * adjacentPairs <= pairs;
  }

  private void take(int b) {
    if (pending > 0) {
      if (b >= low && b <= high) {
        next();
        return;
      }
      broken++;
      pending = 0;
    }
    begin(b);
  }

  private void next() {
    low = 0x80;
    high = 0xBF;
    pending--;
    if (pending > 0) {
      return;
    }
    if (length == 2) {
      pairs++;
      adjacentPairs += lastWasPair ? 1 : 0;
      lastWasPair = true;
    } else {
      wide++;
      lastWasPair = false;
    }
  }

  private void begin(int b) {
    if (b < 0x80) {
      lastWasPair = false;
    } else if (b >= 0xC2 && b <= 0xDF) {
      expect(2, 0x80, 0xBF);
    } else if (b >= 0xE0 && b <= 0xEF) {
      expect(3, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF);
    } else if (b >= 0xF0 && b <= 0xF4) {
      expect(4, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF);
    } else {
      broken++;
      lastWasPair = false;
    }
  }

  private void expect(int bytes, int lowest, int highest) {
    length = bytes;
    pending = bytes - 1;
    low = lowest;
    high = highest;
  }
}
