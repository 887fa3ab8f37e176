package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of an entry: one writing, read strictly. */
final class EntryTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 1000)
  void whatIsWrittenIsReadAndWrittenAgain(
      @ForAll("kinds") String kind, @ForAll("kinds") String key, @ForAll String value)
      throws Entry.BadEntry {
    Entry entry;
    try {
      entry = Entry.of(kind).line(key, value).line(key, "again").build();
    } catch (IllegalArgumentException e) {
      boolean unfit =
          value.chars().anyMatch(Character::isISOControl)
              || !StandardCharsets.UTF_8.newEncoder().canEncode(value);
      assertThat(unfit).as("only an unfit value is refused").isTrue();
      return;
    }
    Entry read = Entry.parse(entry.bytes());
    assertThat(read.kind()).isEqualTo(kind);
    assertThat(read.lines()).isEqualTo(entry.lines());
    assertThat(read.value(key)).contains(value);
    assertThat(read.values(key)).containsExactly(value, "again");
    assertThat(read.bytes()).isEqualTo(entry.bytes());
  }

  @Provide
  static Arbitrary<String> kinds() {
    return Arbitraries.strings().withChars("abcz019-").ofMinLength(1).ofMaxLength(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "tidemark/deposit/v1",
        "tidemark/v1\n",
        "tidemark//v1\n",
        "tidemark/deposit/v2\n",
        "tidemark/De/v1\n",
        "tidemark/a/b/v1\n",
        " tidemark/a/v1\n",
        "tidemark/a/v1\nkey\n",
        "tidemark/a/v1\n value\n",
        "tidemark/a/v1\n\n",
        "tidemark/a/v1\nKey v\n",
        "tidemark/a/v1\nk v\r\n",
        "tidemark/a/v1\nk\tv w\n",
        "tidemark/a/v1\nk a\u0000b\n",
        "tidemark/a/v1\nk a\u0085b\n",
        "tidemark/a/v1\nk v"
      })
  void anythingElseIsNoEntry(String text) {
    assertThatThrownBy(() -> Entry.parse(utf8(text))).isInstanceOf(Entry.BadEntry.class);
  }

  @Test
  void bytesThatAreNotUtf8AreNoEntry() {
    byte[] bytes = utf8("tidemark/a/v1\nk xx\n");
    bytes[17] = (byte) 0xc0;
    assertThatThrownBy(() -> Entry.parse(bytes)).isInstanceOf(Entry.BadEntry.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "a\rb", "a\tb", "\u0000", "\u007f", "\u009f", "\ud800"})
  void aValueThatCannotStandOnOneLineIsRefusedAndNotShown(String value) {
    assertThatThrownBy(() -> Entry.of("a").line("k", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Key", "k k", "键", "k\n", "k_1"})
  void aKeyOfOtherCharactersIsRefused(String key) {
    assertThatThrownBy(() -> Entry.of(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Entry.of("a").line(key, "v"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEntryHoldsAtMost65535Bytes() throws Entry.BadEntry {
    int head = "tidemark/a/v1\nk \n".length();
    String fits = "x".repeat(Entry.LARGEST - head);
    byte[] largest = Entry.of("a").line("k", fits).build().bytes();
    assertThat(largest).hasSize(65_535);
    assertThat(Entry.parse(largest).value("k")).contains(fits);
    assertThatThrownBy(() -> Entry.of("a").line("k", fits + "x").build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Entry.parse(utf8("tidemark/a/v1\nk " + fits + "x\n")))
        .isInstanceOf(Entry.BadEntry.class);
    assertThatThrownBy(() -> Entry.of("a").line("k", "字".repeat(21_840)).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @FuzzTest(maxDuration = "30s")
  void whatIsReadIsWrittenToTheSameBytes(byte[] bytes) {
    Entry entry;
    try {
      entry = Entry.parse(bytes);
    } catch (Entry.BadEntry e) {
      return;
    }
    assertThat(entry.bytes()).isEqualTo(bytes);
  }
}
