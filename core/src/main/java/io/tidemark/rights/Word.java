package io.tidemark.rights;

import io.tidemark.terms.Words;
import java.util.Locale;
import java.util.Optional;

/** What a person says of a use. */
public enum Word {
  /** Consents. */
  GIVE(true, "同意", "consent given"),
  /** Takes a consent back. */
  WITHDRAW(false, "撤回同意", "consent withdrawn"),
  /** Objects; no consent need have been before. */
  REFUSE(false, "拒绝", "refused");

  private final boolean yes;
  private final String zh;
  private final String en;

  Word(boolean yes, String zh, String en) {
    this.yes = yes;
    this.zh = zh;
    this.en = en;
  }

  /** Whether it allows. */
  public boolean yes() {
    return yes;
  }

  /** The name in files and entries. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How people say it. */
  public Words words() {
    return new Words(zh, en);
  }

  /** The word with that {@link #id}, or that Chinese name. */
  public static Optional<Word> named(String name) {
    for (Word word : values()) {
      if (word.id().equals(name.toLowerCase(Locale.ROOT)) || word.zh.equals(name)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }
}
