package io.tidemark.authorise;

import io.tidemark.terms.Channel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a grant may say beyond fields, people and its last day. Where it is silent, only the policy
 * limits.
 *
 * @param channels how the data may leave; empty where the grant is silent
 * @param from the first day of its use
 * @param hours the hours of a day
 * @param quota people in all in a period
 */
public record Limits(
    Set<Channel> channels, Optional<LocalDate> from, Optional<Hours> hours, Optional<Quota> quota) {
  /** A silent grant's. */
  public static final Limits NONE =
      new Limits(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Copies the set. */
  public Limits {
    channels = Set.copyOf(channels);
  }

  /** Whether the data may leave this way. */
  public boolean allow(Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
