package io.tidemark.rights.notice;

import io.tidemark.terms.NoticeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where notices are kept. Thread-safe. */
public interface Notices {
  /** The notice of this name. */
  Optional<Notice> find(NoticeId id);

  /**
   * What a party has not acknowledged and is still told, the oldest first.
   *
   * @param after the notice after which the list goes on, or nothing for its beginning
   * @param most how many at most
   */
  List<Notice> waiting(String party, Optional<NoticeId> after, int most);

  /** How many have a box whose time is over. */
  long past(Instant now);
}
