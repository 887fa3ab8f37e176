package io.tidemark.custody;

import io.tidemark.terms.PersonalText;
import io.tidemark.trace.Holders;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Shelf;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The lines of a batch of numbers, sorted out.
 *
 * @param numbers what can be used
 * @param unsound lines that are no number of the wanted kind, or one that cannot ring
 * @param custody numbers that somebody in custody has
 * @param twice numbers that stood there before: in the batch, in a pool, or in a copy
 */
public record SortedNumbers(List<PersonalText> numbers, int unsound, int custody, int twice) {
  /** Copies the list. */
  public SortedNumbers {
    numbers = List.copyOf(numbers);
  }

  /** Sorts lines for a pool. */
  record Sorting(NumberSafe safe, Shelf shelf, Holders holders, List<Known> pools) {
    /** Which of these tokens are of numbers in a pool. */
    interface Known {
      Set<Long> known(Collection<Long> tokens);
    }

    /**
     * Sorts these lines.
     *
     * @param sound the canonical form of a line, empty where it cannot be used
     */
    SortedNumbers of(List<PersonalText> lines, Function<PersonalText, PersonalText> sound) {
      Map<Long, PersonalText> usable = new LinkedHashMap<>();
      int unsound = 0;
      for (PersonalText line : lines) {
        PersonalText number = sound.apply(line);
        if (number.isEmpty()) {
          unsound++;
        } else {
          usable.putIfAbsent(safe.token(number), number);
        }
      }
      int usableLines = lines.size() - unsound;
      List<Long> tokens = List.copyOf(usable.keySet());
      Set<Long> custody = shelf.find(Locator.MOBILE, tokens).keySet();
      pools.forEach(pool -> usable.keySet().removeAll(pool.known(tokens)));
      usable.keySet().removeAll(holders.honey(Locator.MOBILE, tokens).keySet());
      int before = usable.size();
      usable.keySet().removeAll(custody);
      int inCustody = before - usable.size();
      return new SortedNumbers(
          List.copyOf(usable.values()),
          unsound,
          inCustody,
          usableLines - inCustody - usable.size());
    }
  }
}
