package io.tidemark.formats.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallTimeTest {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter USUAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Property
  void theUsualFormIsReadAsJavaReadsIt(
      @ForAll @LongRange(min = 0, max = 4_102_444_800L) long second) {
    Instant at = Instant.ofEpochSecond(second);
    String written = LocalDateTime.ofInstant(at, BEIJING).format(USUAL);
    Instant read = LocalDateTime.parse(written, USUAL).atZone(BEIJING).toInstant();
    assertThat(CallTime.of(written)).contains(read);
    assertThat(CallTime.of(" " + written)).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29 10:00:00",
        "2026-04-31 10:00:00",
        "2026-13-01 10:00:00",
        "2026-00-01 10:00:00",
        "2026-01-00 10:00:00",
        "2026-01-01 24:00:01",
        "2026-01-01 10:60:00",
        "2026-01-01 10:00:60",
        "2026-01-01 1x:00:00",
        "2026-01-01x10:00:00"
      })
  void whatIsNoTimeIsNone(String written) {
    assertThat(CallTime.of(written)).isEmpty();
  }
}
