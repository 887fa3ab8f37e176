package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address: perhaps a {@link Region} at its head, perhaps a {@link Unit} at its end, and what
 * stands between.
 */
final class Address implements Parsed {
  private final @Nullable Region region;
  private final String middle;
  private final @Nullable Unit unit;

  private Address(@Nullable Region region, String middle, @Nullable Unit unit) {
    this.region = region;
    this.middle = middle;
    this.unit = unit;
  }

  static Parsed parse(String text) {
    Region.Found head = Region.atHeadOf(text);
    int from = head == null ? 0 : head.length();
    Unit.Found tail = Unit.atEndOf(text);
    int to = tail == null ? text.length() : tail.start();
    boolean nothingBetween = to - from < 2;
    if (nothingBetween || (head == null && tail == null)) {
      return new Plain(PersonalText.of(text));
    }
    return new Address(
        head == null ? null : head.region(),
        text.substring(from, to),
        tail == null ? null : tail.unit());
  }

  @Override
  public PersonalText content() {
    return PersonalText.of(write(0, 0));
  }

  @Override
  public List<Carrier> carriers() {
    List<Carrier> carriers = new ArrayList<>(2);
    if (region != null) {
      carriers.add(region.carrier());
    }
    if (unit != null) {
      carriers.add(Carrier.UNIT);
    }
    return carriers;
  }

  @Override
  public PersonalText render(int[] choice) {
    return PersonalText.of(write(choice[0], choice[choice.length - 1]));
  }

  private String write(int head, int tail) {
    String before = region == null ? "" : region.spellings().get(head);
    String after = unit == null ? "" : unit.spellings().get(tail);
    return before + middle + after;
  }

  /**
   * Head and end are read apart, each with the nearest characters of the middle beside it, so that
   * a rewritten end does not hide the head.
   */
  @Override
  public List<Shown> read(PersonalText leaked) {
    String exact = leaked.reveal(Reveal.TRACE).strip();
    String cleaned = Cleaned.of(exact);
    List<Shown> shown = new ArrayList<>(2);
    if (region != null) {
      String next = middle.substring(0, 2);
      shown.add(Spellings.atHead(region.spellings(), next, exact, cleaned));
    }
    if (unit != null) {
      String previous = middle.substring(middle.length() - 1);
      shown.add(Spellings.atEnd(unit.spellings(), previous, exact, cleaned));
    }
    return shown;
  }
}
