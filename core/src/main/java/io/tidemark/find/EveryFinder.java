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
 * findings that overlap the number is told, then the address, then the name. Thread-safe; a text of
 * Chinese takes about a second for each three megabytes.
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
          int next = taken.nextSetBit(finding.span().start());
          if (next < 0 || next >= finding.span().end()) {
            take(taken, finding.span());
            found.accept(finding);
          }
        };
    addresses.find(text, free);
    names.find(text, beside, free);
  }

  private static void take(BitSet taken, Span span) {
    taken.set(span.start(), span.end());
  }
}
