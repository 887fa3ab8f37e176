package io.tidemark.find.lexicon;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What is known of Chinese words and names, as it lies in one file: made by the module {@code
 * training}, read by {@link Lexicon}. Costs are negative natural logarithms of probabilities in
 * steps of {@link #STEP}, {@link #NEVER} where there is none; gains are signed, in the same steps.
 *
 * @param entries words, names and places, sorted by UTF-16 unit; the first are the {@link Token}s
 * @param word what an entry costs as a word
 * @param name what it costs as a person's name
 * @param place what it costs as the name of a place
 * @param contexts how much likelier a class becomes beside an entry
 * @param followers for each entry the entries that follow it more often than chance, ascending
 * @param gains for each follower how much more often
 * @param parts what Chinese and transliterated names are made of
 * @param simplified pairs of characters, the traditional one first
 */
public record LexiconFile(
    List<String> entries,
    byte[] word,
    byte[] name,
    byte[] place,
    Contexts contexts,
    int[][] followers,
    byte[][] gains,
    Parts parts,
    String simplified) {
  /** Nats for each step of a cost or a gain. */
  public static final double STEP = 1 / 12.0;

  /** The cost of what does not occur. */
  public static final byte NEVER = (byte) 255;

  private static final int FORMAT = 1;
  private static final int MOST_STRINGS = 1 << 20;
  private static final int LONGEST_STRING = 1 << 10;

  /**
   * Gains by neighbour, one for each entry.
   *
   * @param beforeName of a name behind the entry
   * @param afterName of the entry behind a name
   * @param beforePlace of a place behind the entry
   * @param afterPlace of the entry behind a place
   * @param otherwise of any follower that the entry does not list
   */
  public record Contexts(
      byte[] beforeName,
      byte[] afterName,
      byte[] beforePlace,
      byte[] afterPlace,
      byte[] otherwise) {}

  /**
   * The parts of names.
   *
   * @param surnames one or two hanzi each
   * @param surnameCosts of each
   * @param given characters of given names
   * @param only costs as the only character
   * @param first costs as the first of two
   * @param last costs as the second of two
   * @param foreign characters of transliterated names; the first stands for begin and end
   * @param sequence costs of one behind another, row by row
   */
  public record Parts(
      List<String> surnames,
      byte[] surnameCosts,
      String given,
      byte[] only,
      byte[] first,
      byte[] last,
      String foreign,
      byte[] sequence) {}

  /** Writes it; equal content gives equal bytes. */
  public void write(OutputStream target) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(target, deflater))) {
      out.writeInt(FORMAT);
      writeStrings(out, entries);
      for (byte[] column : columns()) {
        out.write(column);
      }
      for (int i = 0; i < followers.length; i++) {
        writeNumber(out, followers[i].length);
        int before = 0;
        for (int follower : followers[i]) {
          writeNumber(out, follower - before);
          before = follower;
        }
      }
      for (byte[] gain : gains) {
        out.write(gain);
      }
      writeStrings(out, parts.surnames);
      out.write(parts.surnameCosts);
      out.writeUTF(parts.given);
      out.write(parts.only);
      out.write(parts.first);
      out.write(parts.last);
      out.writeUTF(parts.foreign);
      out.write(parts.sequence);
      out.writeUTF(simplified);
    } finally {
      deflater.end();
    }
  }

  private List<byte[]> columns() {
    return List.of(
        word,
        name,
        place,
        contexts.beforeName,
        contexts.afterName,
        contexts.beforePlace,
        contexts.afterPlace,
        contexts.otherwise);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where it is of another format, damaged, or ends too early
   */
  public static LexiconFile read(InputStream source) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(source)))) {
      if (in.readInt() != FORMAT) {
        throw new IOException("the lexicon has another format");
      }
      List<String> entries = readStrings(in);
      int count = entries.size();
      byte[][] columns = new byte[8][];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = readBytes(in, count);
      }
      int[][] followers = new int[count][];
      for (int i = 0; i < count; i++) {
        followers[i] = new int[readNumber(in, count)];
        int before = 0;
        for (int k = 0; k < followers[i].length; k++) {
          before += readNumber(in, count - 1 - before);
          followers[i][k] = before;
        }
      }
      byte[][] gains = new byte[count][];
      for (int i = 0; i < count; i++) {
        gains[i] = readBytes(in, followers[i].length);
      }
      Contexts contexts = new Contexts(columns[3], columns[4], columns[5], columns[6], columns[7]);
      return new LexiconFile(
          entries,
          columns[0],
          columns[1],
          columns[2],
          contexts,
          followers,
          gains,
          readParts(in),
          in.readUTF());
    }
  }

  private static Parts readParts(DataInputStream in) throws IOException {
    List<String> surnames = readStrings(in);
    byte[] surnameCosts = readBytes(in, surnames.size());
    String given = in.readUTF();
    byte[] only = readBytes(in, given.length());
    byte[] first = readBytes(in, given.length());
    byte[] last = readBytes(in, given.length());
    String foreign = in.readUTF();
    byte[] sequence = readBytes(in, foreign.length() * foreign.length());
    return new Parts(surnames, surnameCosts, given, only, first, last, foreign, sequence);
  }

  private static byte[] readBytes(DataInputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the lexicon ends too early");
    }
    return bytes;
  }

  /** Each string as the number of units that it shares with the one before, and its rest. */
  private static void writeStrings(DataOutputStream out, List<String> strings) throws IOException {
    writeNumber(out, strings.size());
    String before = "";
    for (String string : strings) {
      int shared = 0;
      while (shared < Math.min(before.length(), string.length())
          && before.charAt(shared) == string.charAt(shared)) {
        shared++;
      }
      byte[] rest = string.substring(shared).getBytes(StandardCharsets.UTF_8);
      writeNumber(out, shared);
      writeNumber(out, rest.length);
      out.write(rest);
      before = string;
    }
  }

  private static List<String> readStrings(DataInputStream in) throws IOException {
    int count = readNumber(in, MOST_STRINGS);
    List<String> strings = new ArrayList<>();
    String before = "";
    for (int i = 0; i < count; i++) {
      String shared = before.substring(0, readNumber(in, before.length()));
      byte[] rest = readBytes(in, readNumber(in, LONGEST_STRING));
      before = shared + new String(rest, StandardCharsets.UTF_8);
      strings.add(before);
    }
    return strings;
  }

  private static void writeNumber(DataOutputStream out, int number) throws IOException {
    int rest = number;
    while (rest >= 128) {
      out.writeByte(rest & 127 | 128);
      rest >>= 7;
    }
    out.writeByte(rest);
  }

  /** A number up to {@code most}, in at most five bytes. */
  private static int readNumber(DataInputStream in, int most) throws IOException {
    long number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = in.readUnsignedByte();
      number |= (long) (b & 127) << shift;
      if (b < 128) {
        if (number > most) {
          throw new IOException("the lexicon is damaged");
        }
        return (int) number;
      }
    }
    throw new IOException("the lexicon is damaged");
  }
}
