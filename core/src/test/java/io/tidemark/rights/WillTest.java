package io.tidemark.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** What a person wants, against a diary of what the person said; and the same for many at once. */
final class WillTest {
  private static final List<String> WHOM = List.of(Will.ANYBODY, "a", "b");

  /** Word, recipient and time in one number: 3 words, everybody and two recipients, 4 moments. */
  private static Statement said(int code) {
    String whom = WHOM.get(code / 3 % 3);
    return new Statement(
        Word.values()[code % 3],
        "marketing",
        Optional.of(whom).filter(party -> !party.isEmpty()),
        Instant.ofEpochSecond(code / 9),
        new Ground("phone", "v1", ""));
  }

  private static Will of(List<Integer> codes) {
    Will will = Will.SILENT;
    for (int code : codes) {
      will = will.after(said(code));
    }
    return will;
  }

  private static Statement say(Word word, String whom, int at) {
    return said(word.ordinal() + 3 * WHOM.indexOf(whom) + 9 * at);
  }

  @Property
  void whoeverRefusedLastIsLeftOutUnderEveryRuleButNone(
      @ForAll @Size(max = 12) List<@IntRange(max = 35) Integer> codes,
      @ForAll @IntRange(max = 1) int refusal) {
    Word no = refusal == 0 ? Word.WITHDRAW : Word.REFUSE;
    Will will = of(codes).after(say(no, Will.ANYBODY, 9));
    for (String whom : WHOM) {
      assertThat(will.leavesOut(whom, ConsentRule.NONE)).isFalse();
      assertThat(will.leavesOut(whom, ConsentRule.OBJECTION)).isTrue();
      assertThat(will.leavesOut(whom, ConsentRule.PURPOSE)).isTrue();
      assertThat(will.leavesOut(whom, ConsentRule.RECIPIENT)).isTrue();
    }
  }

  @Property
  void anOlderWordNeverStandsAgainstALaterRefusal(
      @ForAll @Size(max = 12) List<@IntRange(max = 35) Integer> codes) {
    Will refused = Will.SILENT.after(say(Word.REFUSE, Will.ANYBODY, 9));
    for (int code : codes) {
      refused = refused.after(said(code));
    }
    for (String whom : WHOM) {
      assertThat(refused.leavesOut(whom, ConsentRule.OBJECTION)).isTrue();
    }
  }

  @Property
  void inTheOrderOfTimeTheLastWordThatMeansARecipientCounts(
      @ForAll @Size(max = 12) List<@IntRange(max = 8) Integer> words) {
    Map<String, Boolean> diary = new HashMap<>();
    Will will = Will.SILENT;
    int at = 0;
    for (int code : words) {
      Statement next = said(code + 9 * ++at);
      will = will.after(next);
      String whom = next.recipient().orElse(Will.ANYBODY);
      if (whom.isEmpty() && !next.word().yes()) {
        diary.values().removeIf(yes -> yes);
      }
      diary.put(whom, next.word().yes());
    }
    for (String whom : WHOM) {
      Boolean counts = diary.getOrDefault(whom, diary.get(Will.ANYBODY));
      assertThat(will.leavesOut(whom, ConsentRule.PURPOSE)).isEqualTo(!Boolean.TRUE.equals(counts));
      assertThat(will.leavesOut(whom, ConsentRule.OBJECTION))
          .isEqualTo(Boolean.FALSE.equals(counts));
    }
  }

  @Property
  void theSetsOfManyLeaveOutWhomTheWillOfEachLeavesOut(
      @ForAll @Size(max = 20) List<@Size(max = 6) List<@IntRange(max = 35) Integer>> people) {
    List<Will> wills = new ArrayList<>();
    people.forEach(codes -> wills.add(of(codes)));
    RoaringBitmap all = RoaringBitmap.bitmapOfRange(0, wills.size());
    for (ConsentRule rule : ConsentRule.values()) {
      for (String whom : WHOM) {
        RoaringBitmap expected = new RoaringBitmap();
        for (int person = 0; person < wills.size(); person++) {
          if (wills.get(person).leavesOut(whom, rule)) {
            expected.add(person);
          }
        }
        Footing footing =
            new Footing("marketing", Optional.of(whom).filter(party -> !party.isEmpty()), rule);
        assertThat(footing.leftOut(all, sets(wills, whom), sets(wills, Will.ANYBODY)))
            .as("%s %s", rule, whom)
            .isEqualTo(expected);
      }
    }
  }

  private static Footing.Sets sets(List<Will> wills, String whom) {
    Footing.Sets sets = new Footing.Sets(new RoaringBitmap(), new RoaringBitmap());
    for (int person = 0; person < wills.size(); person++) {
      Will.Said said = wills.get(person).said().get(whom);
      if (said != null) {
        (said.yes() ? sets.yes() : sets.no()).add(person);
      }
    }
    return sets;
  }

  @Test
  void aGeneralConsentLiftsNoRefusalOfANamedRecipient() {
    Will will = Will.SILENT.after(say(Word.REFUSE, "a", 1)).after(say(Word.GIVE, Will.ANYBODY, 2));
    assertThat(will.leavesOut("a", ConsentRule.OBJECTION)).isTrue();
    assertThat(will.leavesOut("b", ConsentRule.PURPOSE)).isFalse();
    assertThat(will.leavesOut("b", ConsentRule.RECIPIENT)).isTrue();
    assertThat(will.after(say(Word.GIVE, "a", 3)).leavesOut("a", ConsentRule.RECIPIENT)).isFalse();
  }

  @Test
  void ofTwoWordsOfOneMomentTheRefusalCounts() {
    for (List<Word> order :
        List.of(List.of(Word.GIVE, Word.REFUSE), List.of(Word.REFUSE, Word.GIVE))) {
      Will will = Will.SILENT.after(say(order.get(0), "a", 1)).after(say(order.get(1), "a", 1));
      assertThat(will.leavesOut("a", ConsentRule.OBJECTION)).isTrue();
    }
  }
}
