package io.tidemark.history;

import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The head of one person's chain: how many events it has and the last link. Immutable.
 *
 * @param events how many, at least 0
 * @param link the hash over all of them in their order
 */
public record Head(long events, Digest link) {
  private static final byte[] START = text("tidemark history start v1\n");
  private static final byte[] LINK = text("tidemark history link v1\n");
  private static final byte[] VALUE = text("tidemark history value v1\n");

  private static byte[] text(String domain) {
    return domain.getBytes(StandardCharsets.UTF_8);
  }

  /** The head of a history without events: SHA-256 over a domain and the person's secret. */
  public static Head start(OwnerSecret secret) {
    return new Head(0, Digest.sha256(START, secret.reveal()));
  }

  /** The head after one event more, given by its digest. */
  public Head after(Digest event) {
    return new Head(events + 1, Digest.sha256(LINK, link.bytes(), event.bytes()));
  }

  /**
   * The head over these events.
   *
   * @throws LedgerException when they are not in the ledger's order, or one stands there twice
   */
  public static Head over(OwnerSecret secret, List<Event> events) throws LedgerException {
    Head head = start(secret);
    long before = -1;
    for (Event event : events) {
      if (event.entry() <= before) {
        throw new LedgerException(
            "event of entry " + event.entry() + " comes after that of entry " + before);
      }
      before = event.entry();
      head = head.after(event.digest());
    }
    return head;
  }

  /** What the map holds for the person: SHA-256 over a domain, eight bytes of count, the link. */
  public Digest value() {
    return Digest.sha256(VALUE, ByteBuffer.allocate(8).putLong(events).array(), link.bytes());
  }
}
