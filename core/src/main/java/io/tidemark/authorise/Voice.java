package io.tidemark.authorise;

import java.util.Optional;
import java.util.Set;

/**
 * One person's word on a request or a grant.
 *
 * @param by who said so
 * @param delegator whose duty it was, when another's; the voice is badged with it
 */
public record Voice(String by, Optional<String> delegator) implements Comparable<Voice> {
  private static final String FOR = " for ";

  /** A person's own word. */
  public static Voice own(String by) {
    return new Voice(by, Optional.empty());
  }

  /** As {@link #toString} writes it. */
  public static Voice parse(String text) {
    int at = text.indexOf(FOR);
    return at < 0
        ? own(text)
        : new Voice(text.substring(0, at), Optional.of(text.substring(at + FOR.length())));
  }

  /** Whose duty it fulfils. */
  public String duty() {
    return delegator.orElse(by);
  }

  /** Whether this person spoke or was spoken for. */
  public boolean concerns(String person) {
    return by.equals(person) || duty().equals(person);
  }

  /** Whether it and another are of one person, who counts once. */
  public boolean concerns(Voice other) {
    return concerns(other.by) || concerns(other.duty());
  }

  /** Whether somebody of these has this duty's word. */
  static boolean among(Set<Voice> voices, String duty) {
    return voices.stream().anyMatch(voice -> voice.duty().equals(duty));
  }

  @Override
  public int compareTo(Voice other) {
    return toString().compareTo(other.toString());
  }

  /** {@code chen.wei}, or {@code wang.fang for chen.wei}. */
  @Override
  public String toString() {
    return by + delegator.map(who -> FOR + who).orElse("");
  }
}
