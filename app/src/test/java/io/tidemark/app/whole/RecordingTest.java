package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.app.Stop;
import io.tidemark.app.scan.Recording;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Register;
import io.tidemark.custody.Revealing;
import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.Place;
import io.tidemark.formats.scan.Sighting;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Grade;
import io.tidemark.terms.PersonalText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values in full: the entry is there before the first of them, and without it none is passed on.
 */
final class RecordingTest {
  @TempDir private Path folder = Path.of(".");

  private static Sighting phone() {
    return new Sighting(
        "chat.txt",
        new Place.InText(1, 1, 0, 11),
        new Finding(
            FoundClass.MOBILE,
            new Span(0, 11),
            Confidence.HIGH,
            PersonalText.of("13800138000"),
            Finding.Form.WHOLE),
        Grade.SENSITIVE,
        1,
        0.35);
  }

  /** How long the ledger was whenever a value was passed on. */
  private record Lengths(Home home, List<Long> seen) implements Account {
    @Override
    public void sighted(Sighting sighting) {
      seen.add(home.journal().size());
    }

    @Override
    public void skipped(Skipped skipped) {}
  }

  @Test
  void noValueIsPassedOnBeforeItsEntry() throws Exception {
    Desk desk = Homes.small(folder);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Register register = new Register(home.journal(), PolicyFile.builtIn(), Clock.systemUTC());
      Lengths lengths = new Lengths(home, new ArrayList<>());
      long before = home.journal().size();
      Recording recording =
          new Recording(lengths, new Revealing(register), Actor.operator(), "case 1");
      for (int i = 0; i < Recording.BATCH - 1; i++) {
        recording.sighted(phone());
      }
      assertThat(lengths.seen()).isEmpty();
      assertThat(home.journal().size()).isEqualTo(before);
      recording.sighted(phone());
      assertThat(lengths.seen()).hasSize(Recording.BATCH).containsOnly(before + 1);
      recording.sighted(phone());
      recording.show();
      assertThat(lengths.seen().get(Recording.BATCH)).isEqualTo(before + 2);

      Lengths none = new Lengths(home, new ArrayList<>());
      Recording refused = new Recording(none, new Revealing(register), Actor.nobody(), "curious");
      refused.sighted(phone());
      assertThatThrownBy(refused::show).isInstanceOf(Stop.class);
      assertThat(none.seen()).isEmpty();
    }
  }
}
