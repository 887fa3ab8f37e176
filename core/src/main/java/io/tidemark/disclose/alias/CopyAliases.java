package io.tidemark.disclose.alias;

import io.tidemark.disclose.SealedNumber;
import io.tidemark.terms.PersonalText;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The alias numbers of one copy, in the order of its rows. They are taken in order by one thread;
 * what is taken may be opened by any.
 */
public final class CopyAliases {
  /** Of a copy that has none. */
  public static final CopyAliases NONE =
      new CopyAliases(Collections.emptyIterator(), List.of(), number -> absent(), false);

  private final Iterator<SealedNumber> people;
  private final List<SealedNumber> draws;
  private final Function<SealedNumber, PersonalText> opening;
  private final boolean present;

  private CopyAliases(
      Iterator<SealedNumber> people,
      List<SealedNumber> draws,
      Function<SealedNumber, PersonalText> opening,
      boolean present) {
    this.people = people;
    this.draws = List.copyOf(draws);
    this.opening = opening;
    this.present = present;
  }

  /**
   * The numbers of a copy.
   *
   * @param people one for each record, in their order
   * @param draws one for each draw of its honey customers
   * @param opening opens a number; thread-safe
   */
  public CopyAliases(
      Iterator<SealedNumber> people,
      List<SealedNumber> draws,
      Function<SealedNumber, PersonalText> opening) {
    this(people, draws, opening, true);
  }

  /** The number of the next person of the list. */
  public Supplier<PersonalText> next() {
    return present ? opened(people.next()) : CopyAliases::absent;
  }

  /** The number of a honey customer. */
  public Supplier<PersonalText> of(int draw) {
    return present ? opened(draws.get(draw)) : CopyAliases::absent;
  }

  private Supplier<PersonalText> opened(SealedNumber sealed) {
    return () -> opening.apply(sealed);
  }

  private static PersonalText absent() {
    throw new IllegalStateException("this copy has no alias numbers");
  }
}
