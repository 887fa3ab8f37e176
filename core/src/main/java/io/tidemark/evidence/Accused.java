package io.tidemark.evidence;

import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.terms.Digest;
import java.util.List;
import java.util.Optional;

/**
 * What is revealed of an accused party, and of nobody else.
 *
 * @param party the recipient
 * @param recipientKey the 32 bytes from which its spellings come
 * @param copies its delivered disclosures that hold rows of the leak or honey customers
 */
public record Accused(String party, byte[] recipientKey, List<Copy> copies) {
  /** Copies the collections. */
  public Accused {
    recipientKey = recipientKey.clone();
    copies = List.copyOf(copies);
  }

  @Override
  public byte[] recipientKey() {
    return recipientKey.clone();
  }

  /**
   * One disclosure to the party.
   *
   * @param disclosure its name
   * @param entry the ledger index of the entry that was recorded before the release
   * @param release the ledger index of the entry that recorded the copy's digests
   * @param honeyKey the 32 bytes from which its honey customers come
   * @param numbers the pool's numbers of its honey customers
   * @param rebuiltRows the root over the rows of the copy, made again from the vault; nothing where
   *     somebody in it was erased since
   * @param people everybody in it
   */
  public record Copy(
      String disclosure,
      long entry,
      long release,
      byte[] honeyKey,
      PoolNumbers numbers,
      Optional<Digest> rebuiltRows,
      People people) {
    /** Copies the key. */
    public Copy {
      honeyKey = honeyKey.clone();
    }

    @Override
    public byte[] honeyKey() {
      return honeyKey.clone();
    }

    /** The same copy of these people. */
    public Copy of(People others) {
      return new Copy(disclosure, entry, release, honeyKey, numbers, rebuiltRows, others);
    }

    /** What its honey customers are drawn from. */
    HoneyKey honey() {
      return new HoneyKey(honeyKey, numbers);
    }
  }
}
