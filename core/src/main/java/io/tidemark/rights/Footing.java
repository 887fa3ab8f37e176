package io.tidemark.rights;

import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * What one use rests on: for which purpose, in whose hands, and what the policy demands of the
 * person's own word.
 *
 * @param recipient the party; nobody where none is known
 */
public record Footing(String purpose, Optional<String> recipient, ConsentRule rule) {
  /**
   * The records of those who allowed and of those who did not, for one recipient or for everybody.
   * Not to be changed.
   */
  public record Sets(RoaringBitmap yes, RoaringBitmap no) {}

  /** Whether anybody can be left out at all. */
  public boolean asks() {
    return rule != ConsentRule.NONE;
  }

  /**
   * Of these records, those whose people are left out: the same as {@link Will#leavesOut}, for all
   * at once.
   *
   * @param named what was said of this recipient
   * @param everybody what was said of everybody
   */
  public RoaringBitmap leftOut(RoaringBitmap records, Sets named, Sets everybody) {
    return switch (rule) {
      case NONE -> new RoaringBitmap();
      case OBJECTION ->
          RoaringBitmap.and(
              records,
              RoaringBitmap.or(named.no(), RoaringBitmap.andNot(everybody.no(), named.yes())));
      case PURPOSE ->
          RoaringBitmap.andNot(
              records,
              RoaringBitmap.or(named.yes(), RoaringBitmap.andNot(everybody.yes(), named.no())));
      case RECIPIENT -> RoaringBitmap.andNot(records, named.yes());
    };
  }
}
