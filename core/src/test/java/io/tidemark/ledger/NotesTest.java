package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final NoteSigner LOG = NoteSigner.log("tidemark.example/log", new byte[32]);
  private static final NoteSigner WITNESS = NoteSigner.witness("w.example", seed(1));
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

  private static byte[] seed(int of) {
    byte[] seed = new byte[32];
    seed[0] = (byte) of;
    return seed;
  }

  private static SignedNote head() {
    Checkpoint head = new Checkpoint(LOG.key().name(), 300, Trees.root(Trees.leaves(300)));
    return WITNESS.cosign(head.signed(LOG), TIME);
  }

  @Test
  void aKeyIsReadBackFromItsText() throws LedgerException {
    for (NoteSigner signer : List.of(LOG, WITNESS)) {
      assertThat(VerifierKey.parse(signer.key().vkey())).isEqualTo(signer.key());
    }
  }

  @Test
  void aSignerShowsItsPublicHalfOnly() {
    assertThat(LOG).hasToString("NoteSigner[" + LOG.key().vkey() + "]");
  }

  @Test
  void aKeyForOneUseDoesNotServeTheOther() {
    SignedNote head = head();
    assertThatThrownBy(() -> head.require(WITNESS.key())).isInstanceOf(LedgerException.class);
    assertThatThrownBy(() -> Cosignature.require(head, LOG.key()))
        .isInstanceOf(LedgerException.class);
    assertThatThrownBy(() -> WITNESS.sign("x\n")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> LOG.cosign(head, TIME)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCosignatureAddedLaterLeavesTheProofValid() throws LedgerException {
    LogProof proof = new LogProof(InclusionProof.of(Trees.leaves(300), 7), head());
    Checkpoint verified = LogProof.parse(proof.bytes()).verify(Trees.entry(7), LOG.key());
    assertThat(verified.size()).isEqualTo(300);
    assertThat(Cosignature.require(proof.checkpoint(), WITNESS.key()).time()).isEqualTo(TIME);
  }

  @Property(tries = 1000)
  void anyBitChangedInAProofIsFound(@ForAll @IntRange(min = 0) int place) {
    LogProof proof = new LogProof(InclusionProof.of(Trees.leaves(300), 7), head());
    byte[] bytes = proof.bytes();
    int bit = place % (bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    Throwable found =
        catchThrowable(
            () -> {
              LogProof read = LogProof.parse(bytes);
              read.verify(Trees.entry(7), LOG.key());
              Cosignature.require(read.checkpoint(), WITNESS.key());
            });
    assertThat(found).isInstanceOf(LedgerException.class);
  }

  @Property(tries = 300)
  void parsersThrowNothingElseOnAnyBytes(@ForAll byte[] bytes) {
    Parsers.all(bytes);
  }

  @Property(tries = 300)
  void parsersThrowNothingElseOnDamagedNotes(
      @ForAll @IntRange(min = 0) int place, @ForAll byte change) {
    byte[] bytes = new LogProof(InclusionProof.of(Trees.leaves(9), 7), head()).bytes();
    bytes[place % bytes.length] = change;
    Parsers.all(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Parsers.all(text.substring(text.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8));
  }
}
