package io.tidemark.rights;

import java.util.Locale;
import java.util.Set;

/**
 * How a person's word came, and what the person had been told.
 *
 * @param channel one of {@link #CHANNELS}
 * @param notice the version of the notice: letters, digits, {@code . _ -}, at most 64
 * @param text the wording that the person agreed or objected to, at most 2,000 characters, possibly
 *     none; the same for many people, never about one
 */
public record Ground(String channel, String notice, String text) {
  /** By which ways a word comes. */
  public static final Set<String> CHANNELS =
      new java.util.TreeSet<>(
          Set.of("phone", "counter", "app", "web", "letter", "email", "sms", "agent", "other"));

  /** The most characters of the wording. */
  public static final int LONGEST = 2_000;

  /** Makes the channel lower case. */
  public Ground {
    channel = channel.strip().toLowerCase(Locale.ROOT);
    notice = notice.strip();
  }

  /**
   * Whether it can be kept: a known channel, a version of the right form, a text that is not too
   * long.
   */
  public boolean sound() {
    return CHANNELS.contains(channel)
        && notice.matches("[A-Za-z0-9._-]{1,64}")
        && text.length() <= LONGEST;
  }
}
