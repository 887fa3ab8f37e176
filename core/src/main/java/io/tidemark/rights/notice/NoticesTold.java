package io.tidemark.rights.notice;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import io.tidemark.terms.NoticeId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A party was told.
 *
 * @param documents SHA-256 of the signed document of each notice
 */
public record NoticesTold(Map<NoticeId, Digest> documents, Notice.Way way, Instant at)
    implements Journal.Consequence {
  /** Copies the map. */
  public NoticesTold {
    documents = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(documents));
  }
}
