package io.tidemark.calls;

import io.tidemark.calls.said.Claim;
import io.tidemark.calls.said.Wordings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The number under which a call's way of speaking is counted: that of its wording, or of who the
 * caller claimed to be. Learns with the first reading. Not thread-safe.
 */
public final class Voices {
  private final Wordings wordings = new Wordings();
  private final Map<Claim, Integer> claims = new HashMap<>();

  /** First reading: any call. */
  public void learn(Ring ring) {
    wordings.learn(ring.said().text());
    ring.said().claimed().ifPresent(claim -> claims.putIfAbsent(claim, -1 - claims.size()));
  }

  /** Between the readings. */
  public void settle() {
    wordings.settle();
  }

  /**
   * Above 0 the call's wording, below 0 the claim where no wording is known, 0 where there is
   * neither.
   */
  public int of(Ring ring) {
    int wording = wordings.of(ring.said().text());
    Optional<Claim> claim = ring.said().claimed();
    return wording != 0 || claim.isEmpty() ? wording : claims.getOrDefault(claim.get(), 0);
  }
}
