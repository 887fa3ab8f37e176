package io.tidemark.formats.document;

import io.tidemark.formats.pdf.Group;
import io.tidemark.formats.pdf.Traces;
import io.tidemark.formats.table.Row;
import io.tidemark.terms.Words;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the two processes speak: a letter, then lengths and UTF-8. Stateless. */
final class Wire {
  static final int PAGE = 'P';
  static final int SHEET = 'S';
  static final int ATTACHED = 'A';
  static final int CELLS = 'R';
  static final int MARKS = 'M';
  static final int END = 'E';
  static final int UNREADABLE = 'X';

  private static final int LONGEST = 256 << 20;
  private static final int MOST_CELLS = 1 << 14;
  private static final int MOST_GROUPS = 1 << 22;
  private static final int MOST_TOKENS = 1 << 8;

  private Wire() {}

  /** A document that the other side cannot read. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Words reason;

    Refused(Words reason) {
      super(reason.en(), null, false, false);
      this.reason = reason;
    }

    Words reason() {
      return reason;
    }
  }

  static void write(DataOutputStream out, Frame frame) throws IOException {
    if (frame instanceof Frame.Page page) {
      out.writeByte(PAGE);
      out.writeInt(page.number());
      text(out, page.text());
    } else if (frame instanceof Frame.Sheet sheet) {
      out.writeByte(SHEET);
      text(out, sheet.name());
    } else if (frame instanceof Frame.Attached attached) {
      out.writeByte(ATTACHED);
      text(out, attached.name());
      out.writeInt(attached.bytes().length);
      out.write(attached.bytes());
    } else if (frame instanceof Frame.Cells cells) {
      out.writeByte(CELLS);
      out.writeLong(cells.row().line());
      out.writeInt(cells.row().cells().size());
      for (String cell : cells.row().cells()) {
        text(out, cell);
      }
    } else if (frame instanceof Frame.Marks marks) {
      out.writeByte(MARKS);
      traces(out, marks.traces());
    }
  }

  private static void traces(DataOutputStream out, Traces traces) throws IOException {
    out.writeInt(traces.lines());
    out.writeInt(traces.groups().size());
    for (Group group : traces.groups()) {
      text(out, group.context());
      out.writeBoolean(group.raised());
    }
    out.writeInt(traces.tokens().size());
    for (byte[] token : traces.tokens()) {
      out.writeInt(token.length);
      out.write(token);
    }
  }

  private static Traces traces(DataInputStream in) throws IOException {
    int lines = in.readInt();
    int count = count(in, MOST_GROUPS);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(new Group(text(in), in.readBoolean()));
    }
    int strings = count(in, MOST_TOKENS);
    List<byte[]> tokens = new ArrayList<>();
    for (int i = 0; i < strings; i++) {
      tokens.add(bytes(in));
    }
    return new Traces(lines, groups, tokens);
  }

  private static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException("no list has " + count + " members");
    }
    return count;
  }

  static void unreadable(DataOutputStream out, Words why) throws IOException {
    out.writeByte(UNREADABLE);
    text(out, why.zh());
    text(out, why.en());
  }

  /** The next one; null at the end of the document. */
  static @Nullable Frame read(DataInputStream in) throws IOException, Refused {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case PAGE -> new Frame.Page(in.readInt(), text(in));
      case SHEET -> new Frame.Sheet(text(in));
      case ATTACHED -> new Frame.Attached(text(in), bytes(in));
      case CELLS -> new Frame.Cells(row(in));
      case MARKS -> new Frame.Marks(traces(in));
      case END -> null;
      case UNREADABLE -> throw new Refused(new Words(text(in), text(in)));
      default -> throw new IOException("no frame begins with " + kind);
    };
  }

  private static Row row(DataInputStream in) throws IOException {
    long line = in.readLong();
    int count = count(in, MOST_CELLS);
    List<String> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(text(in));
    }
    return new Row(line, cells);
  }

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("no text has " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length); // grows with what comes, not with what is claimed
    if (bytes.length < length) {
      throw new EOFException("a text ends before its length");
    }
    return bytes;
  }
}
