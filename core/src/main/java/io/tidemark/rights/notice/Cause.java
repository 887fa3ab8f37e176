package io.tidemark.rights.notice;

import io.tidemark.rights.Word;
import io.tidemark.terms.Words;
import java.util.Locale;
import java.util.Optional;

/** Why a party is told, and what it has to do. */
public enum Cause {
  /** The person took a consent back: the party stops using the data for the purpose. */
  WITHDRAWN("stop-using", "本人撤回同意：停止用于该目的", "consent withdrawn: stop using it for the purpose"),
  /** The person objected: the party stops using the data for the purpose. */
  REFUSED("stop-using", "本人拒绝：停止用于该目的", "refused: stop using it for the purpose"),
  /** The person was erased here: the party deletes what it was given. */
  ERASED("delete", "本人已删除：删除所得的数据", "erased: delete what you were given");

  private final String demand;
  private final String zh;
  private final String en;

  Cause(String demand, String zh, String en) {
    this.demand = demand;
    this.zh = zh;
    this.en = en;
  }

  /** The cause that a word is; nothing for one that allows. */
  public static Optional<Cause> of(Word word) {
    return switch (word) {
      case GIVE -> Optional.empty();
      case WITHDRAW -> Optional.of(WITHDRAWN);
      case REFUSE -> Optional.of(REFUSED);
    };
  }

  /** The name in documents and entries. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the party has to do, in documents: {@code stop-using} or {@code delete}. */
  public String demand() {
    return demand;
  }

  /** How people say it. */
  public Words words() {
    return new Words(zh, en);
  }
}
