package io.tidemark.rights;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What one person wants of one purpose, from all that the person said: for everybody under {@code
 * ""}, and for recipients that were named. The later word counts, by the time when it was said; of
 * two of one moment the one that does not allow. A word for everybody that does not allow ends
 * every earlier consent; one that allows lifts no refusal of a named recipient. Immutable.
 *
 * @param said by recipient
 */
public record Will(Map<String, Said> said) {
  /** Somebody who said nothing. */
  public static final Will SILENT = new Will(Map.of());

  /** The key of what means everybody. */
  public static final String ANYBODY = "";

  /** The last word. */
  public record Said(boolean yes, Instant at) {}

  /** Copies the map. */
  public Will {
    said = Map.copyOf(said);
  }

  /** The will after one more statement; the same where a later word stands against it. */
  public Will after(Statement statement) {
    return after(statement.recipient().orElse(ANYBODY), statement.word().yes(), statement.at());
  }

  Will after(String whom, boolean yes, Instant at) {
    if (outdated(whom, yes, at)) {
      return this;
    }
    Map<String, Said> next = new HashMap<>(said);
    if (whom.equals(ANYBODY) && !yes) {
      next.values().removeIf(one -> one.yes() && !one.at().isAfter(at));
    }
    next.put(whom, new Said(yes, at));
    return new Will(next);
  }

  /** Whether it allows the use by anybody. */
  boolean allowsAnybody() {
    return said.values().stream().anyMatch(Said::yes);
  }

  private boolean outdated(String whom, boolean yes, Instant at) {
    Said same = said.get(whom);
    if (same != null && (same.at().isAfter(at) || (yes && !same.yes() && same.at().equals(at)))) {
      return true;
    }
    Said everybody = said.get(ANYBODY);
    return yes && everybody != null && !everybody.yes() && !everybody.at().isBefore(at);
  }

  /** Whether the use by this recipient is left out under a rule. */
  public boolean leavesOut(String recipient, ConsentRule rule) {
    Said named = said.get(recipient);
    Said counts = named != null ? named : said.get(ANYBODY);
    return switch (rule) {
      case NONE -> false;
      case OBJECTION -> counts != null && !counts.yes();
      case PURPOSE -> counts == null || !counts.yes();
      case RECIPIENT -> named == null || !named.yes();
    };
  }
}
