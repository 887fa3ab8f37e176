package io.tidemark.custody.calls;

import io.tidemark.calls.Ring;
import io.tidemark.calls.said.Claim;
import io.tidemark.calls.said.Claims;
import io.tidemark.calls.said.Said;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A reported call as bytes, before it is sealed. */
final class ReportBytes {
  private static final int VERSION = 1;
  private static final int UNTOLD = -1;

  private ReportBytes() {}

  static byte[] of(Ring ring) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(ring.at().getEpochSecond());
      out.writeLong(ring.caller());
      out.writeUTF(ring.called().reveal(Reveal.SEAL));
      out.writeByte(ring.known().map(Set::size).orElse(UNTOLD));
      for (FieldClass field : ring.known().orElse(Set.of())) {
        out.writeUTF(field.name());
      }
      out.writeUTF(ring.said().claimed().map(Claim::id).orElse(""));
      out.writeUTF(ring.said().text().reveal(Reveal.SEAL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Ring read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IllegalStateException("a report of a version that is not known here");
      }
      Instant at = Instant.ofEpochSecond(in.readLong());
      long caller = in.readLong();
      PersonalText called = PersonalText.of(in.readUTF());
      int known = in.readByte();
      Set<FieldClass> fields = EnumSet.noneOf(FieldClass.class);
      for (int i = 0; i < known; i++) {
        fields.add(FieldClass.valueOf(in.readUTF()));
      }
      Optional<Claim> claimed = Claims.usual().named(in.readUTF());
      Said said = new Said(claimed, PersonalText.of(in.readUTF()));
      return new Ring(
          at, caller, called, known == UNTOLD ? Optional.empty() : Optional.of(fields), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
