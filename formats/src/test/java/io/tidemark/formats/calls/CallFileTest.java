package io.tidemark.formats.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.calls.Ring;
import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.said.Claims;
import io.tidemark.calls.said.Said;
import io.tidemark.formats.Unreadable;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallFileTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @TempDir Path folder = Path.of(".");

  private Path file(String name, String text, String charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
  }

  private static List<Ring> rings(CallFile file) {
    try (Stream<Ring> stream = file.stream()) {
      return stream.toList();
    }
  }

  @Test
  void readsReportsAgainAndAgain() throws Exception {
    Path reports =
        file(
            "reports.csv",
            """
            来电时间,被叫号码,主叫号码,对方知道的信息,自称
            2026-11-03 10:22,138 0013 8000,+86 170-1234-5678,车牌、到期日,平安
            2026/11/3 23:59:59,13900139000,02885551234,无,
            昨天,13900139000,,,
            2026-11-04,13700137000,,,
            2026-11-04 09:00,,17012345678,,
            2026-11-04 09:00,不详,17012345678,,
            """,
            "GBK");
    CallFile calls = new CallFile(List.of(reports), TODAY);
    List<Ring> rings = rings(calls);
    assertThat(calls.rejected()).isEqualTo(3);
    assertThat(rings).isEqualTo(rings(calls)).hasSize(3);
    assertThat(calls.rejected()).isEqualTo(3);
    assertThat(rings.get(0))
        .isEqualTo(
            new Ring(
                Instant.parse("2026-11-03T02:22:00Z"),
                CallingNumber.of("17012345678").orElseThrow(),
                PersonalText.of("13800138000"),
                Optional.of(Set.of(FieldClass.PLATE, FieldClass.EXPIRY)),
                new Said(Claims.usual().named("pingan"), PersonalText.of(""))));
    assertThat(rings.get(1).known()).contains(Set.of());
    assertThat(CallingNumber.digits(rings.get(1).caller())).isEqualTo("02885551234");
    assertThat(rings.get(2).known()).isEmpty();
    assertThat(rings.get(2).caller()).isZero();
    assertThat(rings.get(2).at()).isEqualTo(Instant.parse("2026-11-04T04:00:00Z"));
  }

  @Test
  void readsOneFileAfterTheOther() throws Exception {
    Path one =
        file("one.csv", "calldate,src,dst\n2026-11-03 10:22:05,17012345678,13800138000\n", "UTF-8");
    Path other =
        file(
            "two.csv",
            "when;caller;called\n2026-11-05T10:22:05+08:00;17012345678;13900139000\n",
            "UTF-8");
    List<Ring> rings = rings(new CallFile(List.of(one, other), TODAY));
    assertThat(rings)
        .extracting(Ring::at)
        .containsExactly(
            Instant.parse("2026-11-03T02:22:05Z"), Instant.parse("2026-11-05T02:22:05Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"姓名,手机号\n张三,13800138000\n", "来电时间,主叫号码\n2026-11-03,170\n"})
  void refusesAFileWithoutTimesOrCalledNumbers(String text) throws Exception {
    Path file = file("other.csv", text, "UTF-8");
    assertThatThrownBy(() -> new CallFile(List.of(file), TODAY)).isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-3 9:05, 2026-11-03T01:05:00Z",
    "2026/11/03 09:05:06, 2026-11-03T01:05:06Z",
    "2026年11月3日 9:05, 2026-11-03T01:05:00Z",
    "2026年11月3日9时5分, 2026-11-03T01:05:00Z",
    "20261103090506, 2026-11-03T01:05:06Z",
    "2026-11-03T09:05:06.789+08:00, 2026-11-03T01:05:06Z",
    "2026-11-03T01:05:06Z, 2026-11-03T01:05:06Z",
    "2026.11.3, 2026-11-03T04:00:00Z",
    "20261103, 2026-11-03T04:00:00Z"
  })
  void readsTimesAsTheyAreWritten(String written, String meant) {
    assertThat(CallTime.of(written)).contains(Instant.parse(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "昨天", "2026-02-30", "2026-13-01 10:00", "10:22", "25:61 2026-11-03", "+"})
  void refusesWhatIsNoTime(String written) {
    assertThat(CallTime.of(written)).isEmpty();
  }

  @Test
  void knowledgeThatNobodyUnderstandsIsNone() {
    assertThat(Knowledge.of("车牌 车型;到期"))
        .contains(Set.of(FieldClass.PLATE, FieldClass.MODEL, FieldClass.EXPIRY));
    assertThat(Knowledge.of("姓名")).contains(Set.of());
    assertThat(Knowledge.of("none")).contains(Set.of());
    assertThat(Knowledge.of("说得很含糊")).isEmpty();
    assertThat(Knowledge.of(" ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+86 170-1234-5678, 17012345678",
    "008617012345678, 17012345678",
    "8617012345678, 17012345678",
    "(028) 8555 1234, 02885551234",
    "95511, 95511",
    "86, 86"
  })
  void aCallingNumberIsOneHoweverItIsWritten(String written, String digits) {
    assertThat(CallingNumber.digits(CallFile.caller(written))).isEqualTo(digits);
  }

  @Test
  void aWithheldNumberIsNone() {
    assertThat(CallFile.caller("未知号码")).isZero();
    assertThat(CallFile.caller("1234567890123456789012")).isZero();
  }
}
