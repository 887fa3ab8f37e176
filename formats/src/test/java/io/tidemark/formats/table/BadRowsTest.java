package io.tidemark.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.formats.Unreadable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {
  private static final String HEADING = "姓名,手机号,车牌号,地址\r\n";
  private static final String GOOD = "李四,13812345678,川A12345,成都\r\n";

  @TempDir Path folder = Path.of("");

  @Test
  void rowsCutShortOrTooLongAreRejectedAndTheOthersRead() throws Exception {
    Rows rows = rows(GOOD + "李四,138\r\n" + GOOD + "李四,1,2,3,4\r\n" + GOOD);
    assertThat(rows.good()).hasSize(3);
    assertThat(rows.rejects())
        .containsExactly(Reject.cutShort(3, 4, 2), Reject.tooManyCells(5, 4, 5));
  }

  @Test
  void emptyCellsBeyondTheHeadingAreNoFault() throws Exception {
    Rows rows = rows("李四,138,川A,成都,,\r\n");
    assertThat(rows.good()).containsExactly(List.of("李四", "138", "川A", "成都"));
  }

  @Test
  void anOpenQuoteLosesItsOwnLineOnly() throws Exception {
    Rows rows = rows(GOOD + "李四,\"138,川A,成都\r\n" + GOOD.repeat(5000));
    assertThat(rows.good()).hasSize(5001);
    assertThat(rows.rejects()).containsExactly(Reject.openQuote(3, 2));
  }

  @Test
  void anOpenQuoteInAFileThatQuotesEveryCellLosesItsOwnLineOnly() throws Exception {
    String quoted = "\"李四\",\"138\",\"川A\",\"成都\"\r\n";
    Rows rows = rows(quoted + "\"李四\",\"138,\"川A\",\"成都\"\r\n" + quoted);
    assertThat(rows.good()).hasSize(2);
    assertThat(rows.rejects()).containsExactly(Reject.textAfterQuote(3, 2));
    Rows open = rows(quoted + "\"李四\",\"138\",\"川A\",\"成都\r\n" + quoted);
    assertThat(open.good()).hasSize(2);
    assertThat(open.rejects()).containsExactly(Reject.openQuote(3, 4));
  }

  @Test
  void twoStrayQuotesInOneColumnDoNotSwallowTheRowsBetween() throws Exception {
    Rows rows = rows(GOOD + "李四,138,川A,\"成都\r\n" + GOOD.repeat(9) + "李四,138,川A,19寸\"\r\n" + GOOD);
    assertThat(rows.good()).hasSize(12);
    assertThat(rows.rejects()).containsExactly(Reject.openQuote(3, 4));
  }

  @Test
  void aQuotedCellMayHoldLineEndsOfAnyKind() throws Exception {
    Rows rows = rows("李四,138,川A,\"成都\r\n武侯\r区\n\n1号\"\r\n" + GOOD);
    assertThat(rows.good().get(0)).endsWith("成都\r\n武侯\r区\n\n1号");
    assertThat(rows.good()).hasSize(2);
  }

  @Test
  void everyLineWithAnOpenQuoteTakesNoMoreThanLinearTime() throws Exception {
    Rows rows = rows("\"\"\"a,b,c,d\r\n".repeat(60_000));
    assertThat(rows.rejects()).hasSize(60_000);
  }

  @Test
  void nulAndUndecodableBytesAreRejectedWithTheirColumn() throws Exception {
    Rows rows = rows(GOOD + "李四,1\0,川A,成都\r\n" + GOOD);
    assertThat(rows.rejects()).containsExactly(Reject.nul(3, 2));
    assertThat(rows.good()).hasSize(2);
  }

  @Test
  void aBrokenGbByteDoesNotSwallowTheLineBehindIt() throws Exception {
    Charset gb = Charset.forName("GB18030");
    byte[] head = (HEADING + GOOD + "李四,138,川A,成都").getBytes(gb);
    byte[] tail = ("\r\n" + GOOD).getBytes(gb);
    byte[] all = Arrays.copyOf(head, head.length + 2 + tail.length);
    all[head.length] = (byte) 0x81;
    all[head.length + 1] = '0';
    System.arraycopy(tail, 0, all, head.length + 2, tail.length);
    Rows rows = Rows.of(Files.write(folder.resolve("gb.csv"), all));
    assertThat(rows.good()).hasSize(2);
    assertThat(rows.rejects()).containsExactly(Reject.undecodable(3, 4, "GB18030"));
  }

  @Test
  void aReplacementCharacterThatWasWrittenThereIsNoFault() throws Exception {
    assertThat(rows("李\uFFFD,138,川A,成都\r\n").good()).hasSize(1);
  }

  @Test
  void aCellBeyondTheLimitIsRejected() throws Exception {
    Rows rows = rows("李四,138,川A," + "长".repeat(70_000) + "\r\n" + GOOD);
    assertThat(rows.rejects())
        .containsExactly(Reject.cellTooLong(2, 4, Limits.USUAL.cellCharacters()));
    assertThat(rows.good()).hasSize(1);
  }

  @Test
  void aLineOfTwoHundredMegabytesIsRejectedByItsNumber() throws Exception {
    Path file = folder.resolve("long.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write((HEADING + GOOD).getBytes(StandardCharsets.UTF_8));
      fill(out, 200);
      out.write(("\r\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    }
    Rows rows = Rows.of(file);
    assertThat(rows.good()).hasSize(2);
    assertThat(rows.rejects()).containsExactly(Reject.lineTooLong(3, Limits.USUAL.lineBytes()));
  }

  @Test
  void aFileThatIsOneEndlessLineIsLooseTextThatIsCutShort() throws Exception {
    Path file = folder.resolve("one.txt");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      fill(out, 200);
    }
    assertThatThrownBy(() -> Tables.table(file)).isInstanceOf(Unreadable.class);
    try (var text = ((Material.Loose) Tables.open(file)).open()) {
      assertThat(text.next().orElseThrow().cutShort()).isTrue();
      assertThat(text.next()).isEmpty();
    }
  }

  private static void fill(OutputStream out, int megabytes) throws IOException {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    for (int i = 0; i < megabytes; i++) {
      out.write(block);
    }
  }

  private Rows rows(String behindHeading) throws Unreadable, IOException {
    return Rows.of(Rows.file(folder, "rows.csv", HEADING + behindHeading));
  }
}
