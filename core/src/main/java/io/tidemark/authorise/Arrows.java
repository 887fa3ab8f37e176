package io.tidemark.authorise;

import java.util.Set;

/**
 * The only ways in which a state may change, as data.
 *
 * @param all every arrow
 */
public record Arrows<S, A>(Set<Arrow<S, A>> all) {
  /** By this act from one state to another. */
  public record Arrow<S, A>(S from, A act, S to) {}

  /** Copies the set. */
  public Arrows {
    all = Set.copyOf(all);
  }

  /** Whether there is such an arrow. */
  public boolean allow(S from, A act, S to) {
    return all.contains(new Arrow<>(from, act, to));
  }

  /** Whether {@code act} is possible at all in this state. */
  public boolean allow(S from, A act) {
    return all.stream().anyMatch(arrow -> arrow.from().equals(from) && arrow.act().equals(act));
  }

  /** The state after an act; throws {@link IllegalStateException} where there is no such arrow. */
  public S follow(S from, A act, S to) {
    if (!allow(from, act, to)) {
      throw new IllegalStateException("no arrow leads from " + from + " by " + act + " to " + to);
    }
    return to;
  }
}
