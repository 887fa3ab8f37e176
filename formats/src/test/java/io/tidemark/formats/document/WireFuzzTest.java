package io.tidemark.formats.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.formats.pdf.Group;
import io.tidemark.formats.pdf.Traces;
import io.tidemark.formats.table.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What the other process says, whatever it says: frames, a refusal or a fault, and little memory.
 */
class WireFuzzTest {
  @FuzzTest(maxDuration = "20s")
  void anyBytesAreFramesOrAFault(byte[] bytes) {
    readAll(bytes);
  }

  @Property(tries = 300)
  void anyBytesBehindAnyLetterAreFramesOrAFault(@ForAll byte[] bytes, @ForAll int letter) {
    byte[] all = new byte[bytes.length + 1];
    all[0] = (byte) "PSARMXE".charAt(Math.floorMod(letter, 7));
    System.arraycopy(bytes, 0, all, 1, bytes.length);
    readAll(all);
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll List<String> texts, @ForAll int number, @ForAll byte[] bytes)
      throws Exception {
    List<String> sound = texts.stream().map(WireFuzzTest::withoutHalves).toList();
    for (Frame frame :
        List.of(
            new Frame.Page(number, String.join("", sound)),
            new Frame.Sheet(String.join("", sound)),
            new Frame.Cells(new Row(number, sound)))) {
      assertThat(Wire.read(in(written(frame)))).isEqualTo(frame);
    }
    List<Group> groups = sound.stream().map(text -> new Group(text, text.length() > 3)).toList();
    Frame.Marks marks = new Frame.Marks(new Traces(number, groups, List.of(bytes)));
    Frame.Marks told = (Frame.Marks) Objects.requireNonNull(Wire.read(in(written(marks))));
    assertThat(told.traces().lines()).isEqualTo(number);
    assertThat(told.traces().groups()).isEqualTo(groups);
    assertThat(told.traces().tokens().get(0)).isEqualTo(bytes);
    Frame.Attached attached = new Frame.Attached(String.join("", sound), bytes);
    Frame.Attached read = (Frame.Attached) Objects.requireNonNull(Wire.read(in(written(attached))));
    assertThat(read.name()).isEqualTo(attached.name());
    assertThat(read.bytes()).isEqualTo(bytes);
  }

  private static String withoutHalves(String text) {
    return text.replaceAll("\\p{Cs}", "?");
  }

  private static byte[] written(Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Wire.write(new DataOutputStream(bytes), frame);
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static void readAll(byte[] bytes) {
    DataInputStream in = in(bytes);
    try {
      while (Wire.read(in) != null) {
        assertThat(in).isNotNull();
      }
    } catch (EOFException e) {
      // it was cut off
    } catch (IOException | Wire.Refused e) {
      assertThat(e.getMessage()).isNotNull();
    }
  }
}
