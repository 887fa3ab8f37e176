package io.tidemark.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the ledger: a kind and lines of "key value", in the order in which they were
 * written. The bytes are UTF-8 text that a person can read; {@code docs/ledger-format.md} lists the
 * kinds and keys. An entry holds no personal information. Immutable.
 */
public final class Entry {
  /** The most bytes of an entry, as tlog-tiles bundles hold it. */
  public static final int LARGEST = 65_535;

  private static final String PREFIX = "tidemark/";
  private static final String VERSION = "/v1";

  /**
   * One line.
   *
   * @param key lower-case letters, digits and hyphens
   * @param value any text without control characters
   */
  public record Line(String key, String value) {}

  private final String kind;
  private final List<Line> lines;

  private Entry(String kind, List<Line> lines) {
    this.kind = kind;
    this.lines = List.copyOf(lines);
  }

  /** Begins an entry of this kind. */
  public static Builder of(String kind) {
    return new Builder(kind);
  }

  /** What happened: {@code deposit}, {@code disclosure}, {@code release}, … */
  public String kind() {
    return kind;
  }

  /** All lines in their order. */
  public List<Line> lines() {
    return lines;
  }

  /** The value of the first line with this key. */
  public Optional<String> value(String key) {
    return values(key).stream().findFirst();
  }

  /** The values of all lines with this key. */
  public List<String> values(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).map(Line::value).toList();
  }

  /** The bytes that the ledger hashes and keeps. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder(PREFIX).append(kind).append(VERSION).append('\n');
    lines.forEach(line -> text.append(line.key()).append(' ').append(line.value()).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the bytes of an entry strictly: what is read is written again to the same bytes. */
  public static Entry parse(byte[] bytes) throws BadEntry {
    if (bytes.length > LARGEST) {
      throw new BadEntry("longer than " + LARGEST + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadEntry("not UTF-8");
    }
    if (!text.endsWith("\n")) {
      throw new BadEntry("does not end with a line end");
    }
    String[] rows = text.substring(0, text.length() - 1).split("\n", -1);
    if (!rows[0].startsWith(PREFIX)
        || !rows[0].endsWith(VERSION)
        || rows[0].length() <= PREFIX.length() + VERSION.length()) {
      throw new BadEntry("first line is not tidemark/KIND/v1");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < rows.length; i++) {
      int space = rows[i].indexOf(' ');
      if (space < 1) {
        throw new BadEntry("line " + (i + 1) + " has no key and value");
      }
      lines.add(new Line(rows[i].substring(0, space), rows[i].substring(space + 1)));
    }
    try {
      Builder builder = of(rows[0].substring(PREFIX.length(), rows[0].length() - VERSION.length()));
      lines.forEach(line -> builder.line(line.key(), line.value()));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new BadEntry(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Bytes that are no entry; the message says what was expected, never what was found in a value.
   */
  public static final class BadEntry extends Exception {
    private static final long serialVersionUID = 1L;

    BadEntry(String message) {
      super("not a ledger entry: " + message);
    }
  }

  /** Collects the lines of an entry. Not thread-safe. */
  public static final class Builder {
    private final String kind;
    private final List<Line> lines = new ArrayList<>();

    private Builder(String kind) {
      this.kind = checkedKey(kind);
    }

    /**
     * Adds a line; throws {@link IllegalArgumentException} for a key or value that cannot stand on
     * one.
     */
    public Builder line(String key, Object value) {
      String text = value.toString();
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("the value of " + key + " has a control character");
      }
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
        throw new IllegalArgumentException("the value of " + key + " is not Unicode text");
      }
      lines.add(new Line(checkedKey(key), text));
      return this;
    }

    /**
     * The entry; throws {@link IllegalArgumentException} when it is longer than {@link #LARGEST}.
     */
    public Entry build() {
      Entry entry = new Entry(kind, lines);
      if (entry.bytes().length > LARGEST) {
        throw new IllegalArgumentException("an entry holds at most " + LARGEST + " bytes");
      }
      return entry;
    }

    private static String checkedKey(String key) {
      boolean right =
          !key.isEmpty()
              && key.chars()
                  .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
      if (!right) {
        throw new IllegalArgumentException("a key has lower-case letters, digits and hyphens");
      }
      return key;
    }
  }
}
