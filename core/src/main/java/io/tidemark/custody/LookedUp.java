package io.tidemark.custody;

import io.tidemark.authorise.Pace;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.ledger.Journal;
import io.tidemark.rights.Footing;
import io.tidemark.terms.DisclosureId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody looked for one person.
 *
 * @param id the view, as a disclosure
 * @param person who looked
 * @param key names this look-up among the person's own: it is recorded once
 * @param records what is opened for it, possibly nothing
 * @param forgiven the pace in which it was counted as a miss before it was answered, and is none,
 *     for it shows somebody
 * @param footing what it rests on in the person's own will
 * @param willAsOf the state of what people said at which the person was not left out
 * @param aliases the alias numbers that it shows, which are bound with it
 */
public record LookedUp(
    DisclosureId id,
    String person,
    String key,
    String task,
    Instant at,
    List<Integer> records,
    Optional<Pace> forgiven,
    Footing footing,
    long willAsOf,
    Optional<AliasBook.Wanted> aliases)
    implements Journal.Consequence {
  /** Copies the list. */
  public LookedUp {
    records = List.copyOf(records);
  }

  /** A look-up of this person has this key already; nothing was recorded. */
  public static final class Repeated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says no key. */
    public Repeated() {
      super("this look-up was recorded before");
    }
  }
}
