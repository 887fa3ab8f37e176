package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.PeoplesKeys.Wrong;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What people signed is held against the keys that they had then. */
final class PeoplesKeysTest {
  private final PeoplesKeys keys = new PeoplesKeys();
  private final EntrySigner chen = EntrySigner.draw();
  private final EntrySigner liu = EntrySigner.draw();

  private static String hex(EntrySigner signer) {
    return HexFormat.of().formatHex(signer.publicKey());
  }

  private static Entry announced(String kind, String actor, String person, EntrySigner key) {
    return Entry.of(kind).line("actor", actor).line("person", person).line("key", hex(key)).build();
  }

  private static Entry.Builder approval(String actor) {
    return Entry.of("approval").line("actor", actor).line("request", "r-0123456789abcdef");
  }

  private static Entry changed(Entry entry, String from, String to) throws Exception {
    String text = new String(entry.bytes(), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return Entry.parse(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatSomebodySignedWithTheirOwnKeyHolds() {
    assertThat(keys.next(announced("enrolment", "operator", "chen.wei", chen))).isEmpty();
    assertThat(keys.next(chen.signed(approval("chen.wei")))).isEmpty();
    Entry.Builder emergency = Entry.of("disclosure").line("actor", "chen.wei");
    assertThat(keys.next(chen.signed(emergency.line("badge", "break-glass")))).isEmpty();
    assertThat(keys.next(Entry.of("disclosure").line("actor", "operator").build())).isEmpty();
  }

  @Test
  void nobodySignsForAnother() {
    keys.next(announced("enrolment", "operator", "chen.wei", chen));
    keys.next(announced("enrolment", "operator", "liu.min", liu));
    assertThat(keys.next(liu.signed(approval("chen.wei")))).hasValue(Wrong.FOREIGN);
    assertThat(keys.next(EntrySigner.draw().signed(approval("chen.wei")))).hasValue(Wrong.FOREIGN);
    assertThat(keys.next(chen.signed(approval("nobody")))).hasValue(Wrong.FOREIGN);
  }

  @Test
  void aKeyCountsFromItsAnnouncementUntilAnotherTakesItsPlace() {
    EntrySigner next = EntrySigner.draw();
    assertThat(keys.next(chen.signed(approval("chen.wei")))).hasValue(Wrong.FOREIGN);
    keys.next(announced("enrolment", "operator", "chen.wei", chen));
    keys.next(announced("account", "chen.wei", "chen.wei", liu));
    assertThat(keys.next(chen.signed(approval("chen.wei")))).isEmpty();
    assertThat(keys.next(liu.signed(approval("chen.wei")))).isEmpty();
    keys.next(announced("enrolment", "liu.min", "chen.wei", next));
    assertThat(keys.next(chen.signed(approval("chen.wei")))).hasValue(Wrong.FOREIGN);
    assertThat(keys.next(next.signed(approval("chen.wei")))).isEmpty();
    assertThat(keys.next(liu.signed(approval("chen.wei")))).as("the account's stays").isEmpty();
  }

  @Test
  void keysOfSeveralSessionsAtTheProviderStandBesideEachOther() {
    for (EntrySigner session : new EntrySigner[] {chen, liu}) {
      keys.next(Entry.of("sign-in").line("actor", "chen.wei").line("key", hex(session)).build());
    }
    assertThat(keys.next(chen.signed(approval("chen.wei")))).isEmpty();
    assertThat(keys.next(liu.signed(approval("chen.wei")))).isEmpty();
  }

  @Test
  void aChangedEntryDoesNotHold() throws Exception {
    keys.next(announced("enrolment", "operator", "chen.wei", chen));
    Entry signed = chen.signed(approval("chen.wei"));
    String signature = signed.value("signature").orElseThrow();
    String other =
        chen.signed(approval("chen.wei").line("badge", "delegate"))
            .value("signature")
            .orElseThrow();
    assertThat(keys.next(changed(signed, "r-0123", "r-0124"))).hasValue(Wrong.BROKEN);
    assertThat(keys.next(changed(signed, signature, other))).hasValue(Wrong.BROKEN);
    assertThat(keys.next(changed(signed, signature, "!" + signature))).hasValue(Wrong.BROKEN);
    assertThat(
            keys.next(
                changed(signed, "signature " + signature, "signature " + signature + "\nmore x")))
        .hasValue(Wrong.BROKEN);
    assertThat(keys.next(changed(signed, "signature " + signature + "\n", "")))
        .hasValue(Wrong.BROKEN);
  }

  @Test
  void whatOnlyAPersonRecordsIsNeverUnsigned() {
    for (String kind : new String[] {"approval", "rejection", "delegation"}) {
      assertThat(keys.next(Entry.of(kind).line("actor", "chen.wei").build()))
          .hasValue(Wrong.UNSIGNED);
    }
  }
}
