package io.tidemark.evidence;

import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.terms.Digest;
import java.util.List;
import java.util.Map;

/**
 * What is revealed of an accused party, and of nobody else.
 *
 * @param party the recipient
 * @param recipientKey the 32 bytes from which its spellings come
 * @param copies its disclosures that hold rows of the leak
 * @param holdings for each leaked row that it was given (counted from 0), the proof of it
 */
public record Accused(
    String party, byte[] recipientKey, List<Copy> copies, Map<Integer, Holding> holdings) {
  /** Copies the collections. */
  public Accused {
    recipientKey = recipientKey.clone();
    copies = List.copyOf(copies);
    holdings = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(holdings));
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
   * @param release the ledger index of the entry that recorded the copy's digests, or -1 when it
   *     was not delivered
   * @param honeyKey the 32 bytes from which its honey customers come
   * @param numbers the pool's numbers of its honey customers
   * @param rebuiltRows the root over the rows of the copy, made again from the vault
   */
  public record Copy(
      String disclosure,
      long entry,
      long release,
      byte[] honeyKey,
      PoolNumbers numbers,
      Digest rebuiltRows) {
    /** Copies the key. */
    public Copy {
      honeyKey = honeyKey.clone();
    }

    @Override
    public byte[] honeyKey() {
      return honeyKey.clone();
    }

    /** What its honey customers are drawn from. */
    HoneyKey honey() {
      return new HoneyKey(honeyKey, numbers);
    }
  }

  /**
   * That a row's record is among the people of a disclosure.
   *
   * @param disclosure which
   * @param nonce the 16 bytes that hide the record's commitment in it
   * @param index the leaf's place
   * @param path the Merkle path to the people's root
   */
  public record Holding(String disclosure, byte[] nonce, long index, List<Digest> path) {
    /** Copies the collections. */
    public Holding {
      nonce = nonce.clone();
      path = List.copyOf(path);
    }

    @Override
    public byte[] nonce() {
      return nonce.clone();
    }
  }
}
