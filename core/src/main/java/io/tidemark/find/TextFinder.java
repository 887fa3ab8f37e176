package io.tidemark.find;

import io.tidemark.find.number.Numbers;
import io.tidemark.find.number.PolicyShapes;
import java.util.function.Consumer;

/**
 * Finds every class of checked identifier in one pass, which looks only where digits, an @ or the
 * words of an account stand and passes over everything else. Immutable and thread-safe.
 */
public final class TextFinder implements Finder {
  private final PolicyShapes policies;

  /** Knows policy numbers beside their word only. */
  public TextFinder() {
    this(PolicyShapes.NONE);
  }

  /** Knows policy numbers by the shapes of an insurer's own too. */
  public TextFinder(PolicyShapes policies) {
    this.policies = policies;
  }

  @Override
  public void find(CharSequence text, Consumer<Finding> found) {
    String whole = text.toString();
    if (Triggers.in(whole)) {
      new Search(whole, new Numbers(policies), found).run();
    }
  }
}
