package io.tidemark.find;

import io.tidemark.find.address.AddressFinder;
import io.tidemark.find.name.NameFinder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds everything that this module knows: numbers first, names beside them, and addresses. Of
 * findings that overlap the number is told, then the address, then the name; but a name that has
 * grounds beside its words before an address that has none (华容 above a phone number). Thread-safe;
 * a text of Chinese takes about a second for each three megabytes.
 */
public final class EveryFinder implements Finder {
  /** What stands in a text for other reasons than a person. */
  private static final Set<FoundClass> OF_NOBODY =
      EnumSet.of(FoundClass.PRICE, FoundClass.EXPIRY, FoundClass.MODEL);

  private final Finder numbers;
  private final NameFinder names = new NameFinder();
  private final AddressFinder addresses = new AddressFinder();

  /** Everything, with these numbers. */
  public EveryFinder(Finder numbers) {
    this.numbers = numbers;
  }

  @Override
  public void find(CharSequence text, Consumer<Finding> found) {
    BitSet taken = new BitSet(text.length());
    List<Span> beside = new ArrayList<>();
    numbers.find(
        text,
        finding -> {
          take(taken, finding.span());
          if (!OF_NOBODY.contains(finding.found())) {
            beside.add(finding.span());
          }
          found.accept(finding);
        });
    Consumer<Finding> free =
        finding -> {
          if (free(taken, finding.span())) {
            take(taken, finding.span());
            found.accept(finding);
          }
        };
    List<Finding> weak = new ArrayList<>();
    names.find(
        text,
        beside,
        (lattice, from, to) -> {
          weak.forEach(free);
          weak.clear();
          addresses.find(
              text,
              from,
              to,
              lattice,
              address -> {
                if (address.confidence() == Confidence.LOW) {
                  weak.add(address);
                } else {
                  free.accept(address);
                }
              });
        },
        name -> {
          boolean grounds = name.confidence() != Confidence.LOW;
          if (grounds || weak.stream().noneMatch(each -> each.span().overlaps(name.span()))) {
            free.accept(name);
          }
        });
    weak.forEach(free);
  }

  private static boolean free(BitSet taken, Span span) {
    int next = taken.nextSetBit(span.start());
    return next < 0 || next >= span.end();
  }

  private static void take(BitSet taken, Span span) {
    taken.set(span.start(), span.end());
  }
}
