package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value taken apart into what never changes and the carriers that it offers. Immutable; hides its
 * text.
 *
 * <p>Two values with the same {@link #content} mean the same, however they were spelled.
 */
public final class Parsed {
  private final List<Carrier> carriers;
  private final List<Slot> inText;
  private final List<String> fixed;

  /** Made when it is first asked for, equal whoever makes it. */
  private @Nullable PersonalText content;

  /** A text with these slots, which do not overlap, in the order of their carriers. */
  Parsed(String text, List<Slot> slots) {
    Carrier[] carriers = new Carrier[slots.size()];
    Slot[] inText = new Slot[slots.size()];
    for (int i = 0; i < carriers.length; i++) {
      Slot slot = slots.get(i);
      carriers[i] = slot.carrier();
      int place = i;
      while (place > 0 && inText[place - 1].start() > slot.start()) {
        inText[place] = inText[place - 1];
        place--;
      }
      inText[place] = slot;
    }
    this.carriers = List.of(carriers);
    this.inText = List.of(inText);
    fixed = new ArrayList<>(inText.length + 1);
    int from = 0;
    for (Slot slot : inText) {
      fixed.add(text.substring(from, slot.start()));
      from = slot.end();
    }
    fixed.add(text.substring(from));
  }

  private Parsed(PersonalText content) {
    carriers = List.of();
    inText = List.of();
    fixed = List.of();
    this.content = content;
  }

  /** A value that has one spelling only: it leaves as it came and carries nothing. */
  static Parsed plain(PersonalText value) {
    return new Parsed(value);
  }

  /** The canonical text: one for all spellings of one meaning. */
  public PersonalText content() {
    PersonalText known = content;
    if (known == null) {
      known = written(new int[carriers.size()]);
      content = known;
    }
    return known;
  }

  /** The carriers that it offers, in the order of their numbers; none when it has one spelling. */
  public List<Carrier> carriers() {
    return carriers;
  }

  /**
   * The value in the chosen spellings.
   *
   * @param choice for each of {@link #carriers()}, in their order, a spelling from 0 to {@code
   *     spellings() - 1}
   */
  public PersonalText render(int[] choice) {
    return carriers.isEmpty() ? content() : written(choice);
  }

  private PersonalText written(int[] choice) {
    StringBuilder text = new StringBuilder(fixed.get(0));
    for (int i = 0; i < inText.size(); i++) {
      Slot slot = inText.get(i);
      text.append(slot.spellings().get(choice[carriers.indexOf(slot.carrier())]));
      text.append(fixed.get(i + 1));
    }
    return PersonalText.of(text.toString());
  }

  /**
   * Which spellings of each carrier a leaked text shows, in the order of {@link #carriers()}: to
   * the letter, or else once both are cleaned. Head and end of an address are read apart, each with
   * the nearest characters of the middle beside it, so that a rewritten end does not hide the head.
   *
   * @param leaked the cell as it was found: perhaps cleaned, cut, or rewritten
   */
  public List<Shown> read(PersonalText leaked) {
    String exact = leaked.reveal(Reveal.TRACE).strip();
    String bare = Cleaned.of(exact);
    if (carriers.stream().anyMatch(carrier -> carrier.field() == Ends.FIELD)) {
      return Ends.read(inText, fixed, exact, bare);
    }
    int[] masks = new Fit(fixed, spellings()).equalTo(exact);
    boolean read = Arrays.stream(masks).anyMatch(mask -> mask != 0);
    return shown(read ? masks : cleaned().equalTo(bare));
  }

  /**
   * Which spellings of each carrier stand somewhere in a longer text, in the order of {@link
   * #carriers()}: those of the longest rendering that is found there once both are cleaned.
   */
  public List<Shown> find(PersonalText longer) {
    return shown(cleaned().longestIn(Cleaned.of(longer.reveal(Reveal.TRACE))));
  }

  /** How many characters stand before the first carrier. */
  int head() {
    return inText.isEmpty() ? 0 : inText.get(0).start();
  }

  private List<List<String>> spellings() {
    return inText.stream().map(Slot::spellings).toList();
  }

  private Fit cleaned() {
    return new Fit(
        fixed.stream().map(Cleaned::of).toList(),
        spellings().stream().map(all -> all.stream().map(Cleaned::of).toList()).toList());
  }

  private List<Shown> shown(int[] masks) {
    Shown[] shown = new Shown[masks.length];
    for (int i = 0; i < masks.length; i++) {
      shown[carriers.indexOf(inText.get(i).carrier())] = new Shown(masks[i]);
    }
    return List.of(shown);
  }

  @Override
  public String toString() {
    return "Parsed" + carriers;
  }
}
