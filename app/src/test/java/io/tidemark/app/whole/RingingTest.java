package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.telephone.Telephone;
import io.tidemark.telephone.Watch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/** From the operator's trunk to the book and on to the person: what everybody hears of a call. */
final class RingingTest {
  private static final String MINE = Switch.callerOf("ag-01");
  private static final String STRANGER = "13900009999";

  @TempDir private Path folder = Path.of(".");

  private Switch board;
  private String alias;
  private TrunkEnd trunk;
  private Telephone telephone;

  @BeforeEach
  void open() throws Exception {
    board = new Switch(folder, 60);
    alias = board.bureau().release("ag-01", RoaringBitmap.bitmapOf(1)).numbers().get(0);
    trunk = new TrunkEnd();
    telephone =
        Telephone.start(
            TrunkEnd.settings(trunk.telephone(), trunk.port()),
            board.board(),
            Watch.NONE,
            board.bureau().clock());
  }

  @AfterEach
  void close() {
    telephone.close();
    trunk.close();
    board.close();
  }

  private void ring(String caller) throws Exception {
    trunk.ring(alias, caller, "of-" + caller);
  }

  @Test
  void thePartyReachesThePersonAndNeitherLearnsTheOthersNumber() throws Exception {
    long before = board.bureau().home.journal().size();
    ring(MINE);
    String onward = trunk.heard("INVITE ");
    assertThat(board.phones(1)).anyMatch(onward::contains);
    assertThat(onward).contains(alias).doesNotContain(MINE);
    assertThat(board.since(before)).extracting(Entry::kind).containsExactly("alias-call");
  }

  @Test
  void anybodyElseIsASightingOfThePartyThatTheNumberWasGivenTo() throws Exception {
    long before = board.bureau().home.journal().size();
    ring(STRANGER);
    assertThat(trunk.heard("SIP/2.0 603 ")).contains("of-" + STRANGER);
    ring(STRANGER);
    trunk.heard("SIP/2.0 603 ");
    List<Entry> entries = board.since(before);
    assertThat(entries)
        .as("sent twice, one call")
        .extracting(Entry::kind)
        .containsExactly("alias-sighting");
    assertThat(entries.get(0).value("party")).contains("ag-01");
  }
}
