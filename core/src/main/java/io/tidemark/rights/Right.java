package io.tidemark.rights;

import io.tidemark.terms.Words;
import java.util.Locale;
import java.util.Optional;

/** What a person may ask of the own data (PIPL arts. 44 to 47). */
public enum Right {
  ACCESS("查阅", "to see it"),
  COPY("复制与转移", "a copy to take away"),
  CORRECTION("更正、补充", "correction"),
  ERASURE("删除", "erasure");

  private final String zh;
  private final String en;

  Right(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in commands, files and the ledger. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The right with that {@link #id}. */
  public static Optional<Right> named(String id) {
    for (Right right : values()) {
      if (right.id().equals(id)) {
        return Optional.of(right);
      }
    }
    return Optional.empty();
  }

  /** What people call it. */
  public Words words() {
    return new Words(zh, en);
  }
}
