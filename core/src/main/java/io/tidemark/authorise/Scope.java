package io.tidemark.authorise;

import io.tidemark.terms.Words;
import java.util.Locale;
import java.util.Optional;

/** Whom a duty may look up; ordered from the narrowest. */
public enum Scope {
  /** Whoever the claim that the look-up names is about, where the asker handles that claim. */
  OWN_CLAIMS("本人经办赔案的客户", "customers of one's own claims"),
  /** Whoever is in the asker's own book. */
  OWN_BOOK("本人名下的客户", "customers of one's own book"),
  /** Whoever is in the book of the asker's party or of one below it. */
  OWN_BRANCH("本机构及下属机构的客户", "customers of one's own branch"),
  /** Whoever is in custody. */
  EVERYBODY("任何客户", "any customer");

  private final String zh;
  private final String en;

  Scope(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in settings files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The scope with that {@link #id}. */
  public static Optional<Scope> named(String id) {
    for (Scope scope : values()) {
      if (scope.id().equals(id)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }

  /** How people say it. */
  public Words words() {
    return new Words(zh, en);
  }
}
