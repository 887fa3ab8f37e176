package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Descriptions of sound, as the other side is given them. */
final class SessionTextTest {
  private static final String GIVEN = Wire.SDP.replace("\n", "\r\n");

  @Test
  void whatIsNeededToTalkStays() {
    String text = new SessionText("10.0.0.9").of(GIVEN).orElseThrow();
    assertThat(text)
        .contains("c=IN IP4 127.0.0.1\r\n")
        .contains("m=audio 49170 RTP/AVP 8 101\r\n")
        .contains("a=rtpmap:101 telephone-event/8000\r\n")
        .endsWith("\r\n");
    assertThat(text.lines().limit(3)).last().isEqualTo("s=-");
  }

  @Test
  void theVersionGrowsWhenSomethingChangesAndOnlyThen() {
    SessionText side = new SessionText("10.0.0.9");
    String first = side.of(GIVEN).orElseThrow();
    assertThat(side.of(GIVEN)).contains(first);
    String held = side.of(GIVEN + "a=sendonly\r\n").orElseThrow();
    String[] before = first.lines().skip(1).findFirst().orElseThrow().split(" ", -1);
    String[] after = held.lines().skip(1).findFirst().orElseThrow().split(" ", -1);
    assertThat(after[1]).isEqualTo(before[1]);
    assertThat(Long.parseLong(after[2])).isEqualTo(Long.parseLong(before[2]) + 1);
  }

  @Property
  void aWordThatIsNoPartOfTheSoundStaysBehind(
      @ForAll @AlphaChars @StringLength(min = 12, max = 20) String word, @ForAll char key) {
    String line = key + "=" + word + "\r\n";
    String given = GIVEN.replace("s=A call\r\n", "s=" + word + "\r\n" + line) + line;
    assertThat(new SessionText("10.0.0.9").of(given).stream())
        .allSatisfy(text -> assertThat(text).doesNotContain(word));
  }

  @Property
  void whateverComesInWhatGoesOutIsADescriptionOrNothing(@ForAll String any) {
    SessionText side = new SessionText("10.0.0.9");
    assertThat(side.of(any)).isEmpty();
    assertThat(side.of(GIVEN + any).stream())
        .allSatisfy(
            text -> assertThat(text.lines()).allMatch(line -> line.matches("[vosctmba]=[ -~]+")));
  }
}
