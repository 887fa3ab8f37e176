package io.tidemark.rights.notice;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy in which the person stands.
 *
 * @param entry the ledger's entry of the disclosure
 * @param at when it was given
 * @param purpose what for
 * @param rows for each row about the person the cells that find it
 */
public record GivenCopy(
    DisclosureId disclosure, long entry, Instant at, String purpose, List<List<Finding>> rows) {
  /** Copies the lists. */
  public GivenCopy {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The bytes of some copies, to be sealed. */
  public static byte[] bytes(List<GivenCopy> copies) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(copies.size());
      for (GivenCopy copy : copies) {
        out.writeUTF(copy.disclosure.text());
        out.writeLong(copy.entry);
        out.writeLong(copy.at.toEpochMilli());
        out.writeUTF(copy.purpose);
        out.writeInt(copy.rows.size());
        for (List<Finding> row : copy.rows) {
          write(row, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  private static void write(List<Finding> row, DataOutputStream out) throws IOException {
    out.writeInt(row.size());
    for (Finding cell : row) {
      out.writeUTF(cell.field().name());
      out.writeUTF(cell.form().name());
      out.writeUTF(cell.text().reveal(Reveal.SEAL));
    }
  }

  /** Reads what {@link #bytes} gave. */
  public static List<GivenCopy> parse(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<GivenCopy> copies = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        copies.add(
            new GivenCopy(
                new DisclosureId(in.readUTF()),
                in.readLong(),
                Instant.ofEpochMilli(in.readLong()),
                in.readUTF(),
                rows(in)));
      }
      return copies;
    } catch (IOException e) {
      throw new UncheckedIOException("a box that opened holds what was sealed", e);
    }
  }

  private static List<List<Finding>> rows(DataInputStream in) throws IOException {
    List<List<Finding>> rows = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      List<Finding> row = new ArrayList<>();
      for (int cells = in.readInt(); cells > 0; cells--) {
        row.add(
            new Finding(
                FieldClass.valueOf(in.readUTF()),
                Form.valueOf(in.readUTF()),
                PersonalText.of(in.readUTF())));
      }
      rows.add(row);
    }
    return rows;
  }
}
