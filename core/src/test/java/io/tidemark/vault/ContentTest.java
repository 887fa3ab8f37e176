package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is sealed of a content comes back, field by field and whole, whatever the texts are. */
final class ContentTest {
  private static final String RARE = "\u0000 \ud83d\ude00 \ud840\udc00 \ud800 é 王";

  @Property(tries = 500)
  void whatWasCollectedIsRead(
      @ForAll @From("texts") Map<FieldClass, String> original,
      @ForAll @From("texts") Map<FieldClass, String> canonical,
      @ForAll @From("texts") Map<FieldClass, String> suspicions)
      throws WrongKey {
    Content.Builder builder = new Content.Builder();
    original.forEach(
        (field, text) ->
            builder.put(
                field,
                PersonalText.of(text),
                PersonalText.of(canonical.getOrDefault(field, text)),
                suspicions.getOrDefault(field, "")));
    Content content = builder.build();
    Content read = Content.parse(content.bytes());
    for (FieldClass field : FieldClass.values()) {
      assertThat(read.original(field)).as(field.name()).isEqualTo(content.original(field));
      assertThat(read.canonical(field)).as(field.name()).isEqualTo(content.canonical(field));
      assertThat(read.says(field)).isEqualTo(!read.canonical(field).isEmpty());
      assertThat(content.says(field)).isEqualTo(read.says(field));
    }
    assertThat(read.original()).isEqualTo(content.original());
    assertThat(read.canonical()).isEqualTo(content.canonical());
    assertThat(read.suspicions()).isEqualTo(content.suspicions());
    assertThat(read.bytes()).isEqualTo(content.bytes());
    assertThat(read).hasToString(content.toString());
  }

  @Provide
  static Arbitrary<Map<FieldClass, String>> texts() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.of("", "王伟", "13800001111", RARE, RARE.repeat(300)));
    return Arbitraries.maps(Arbitraries.of(FieldClass.class), text);
  }

  /** A record that was cut anywhere is refused when it is opened, not when it is shown. */
  @Property(tries = 300)
  void cutShort_fails(@ForAll int number, @ForAll int at) {
    byte[] bytes = Contents.policy(Math.floorMod(number, 100_000)).bytes();
    byte[] cut = Arrays.copyOf(bytes, Math.floorMod(at, bytes.length));
    assertThatThrownBy(() -> Content.parse(cut)).isInstanceOf(WrongKey.class);
  }

  @Property(tries = 20)
  void ofAnotherLayout_fails(@ForAll byte layout) {
    byte[] bytes = Contents.policy(1).bytes();
    if (layout != bytes[0]) {
      bytes[0] = layout;
      assertThatThrownBy(() -> Content.parse(bytes)).isInstanceOf(WrongKey.class);
    }
  }
}
