package io.tidemark.rights;

import java.util.Locale;
import java.util.Optional;

/** What a purpose rests on, as far as the person's own word goes. The policy says which. */
public enum ConsentRule {
  /** A contract or a duty by law: what the person says does not stop it. */
  NONE,
  /** Consent that is kept elsewhere: a withdrawal or refusal that is recorded here stops it. */
  OBJECTION,
  /** Only those of whom a consent to the purpose is recorded here. */
  PURPOSE,
  /** Only those of whom a separate consent is recorded here that names the recipient (PIPL 23). */
  RECIPIENT;

  /** The name in settings files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule with that {@link #id}. */
  public static Optional<ConsentRule> named(String id) {
    for (ConsentRule rule : values()) {
      if (rule.id().equals(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
