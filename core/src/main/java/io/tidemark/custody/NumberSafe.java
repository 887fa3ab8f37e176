package io.tidemark.custody;

import io.tidemark.disclose.SealedNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Locator;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.Vault;
import io.tidemark.vault.WrongKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the numbers of a pool are kept: sealed, found by a keyed token, shuffled as they come so that
 * nobody knows which is given next, some of each batch kept back for ever. Thread-safe.
 */
public final class NumberSafe {
  private final Vault vault;
  private final SecretBox box;
  private final byte[] digests;
  private final String domain;

  /**
   * A safe under the key of this use.
   *
   * @param domain what the pool is called where its batches are committed to
   */
  public NumberSafe(KeyRing keys, KeyRing.Use use, String domain, Vault vault) {
    this.vault = vault;
    this.box = SecretBox.keyed(keys.suite(), keys.derive(use, "number pool boxes"));
    this.digests = keys.derive(use, "number pool digests");
    this.domain = domain;
  }

  /**
   * A batch as it will be kept.
   *
   * @param sealed in the order in which its numbers will be given; those kept back are last
   * @param kept how many are kept back
   * @param digest the order of the batch, under a key that stays here
   */
  record Batch(List<SealedNumber> sealed, int kept, Digest digest) {}

  /** Shuffles and seals a batch, of which one in {@code keptOf}, rounded up, is kept back. */
  Batch batch(List<PersonalText> numbers, int keptOf) {
    List<PersonalText> order = new ArrayList<>(numbers);
    Collections.shuffle(order, new SecureRandom());
    int kept = (order.size() + keptOf - 1) / keptOf;
    List<SealedNumber> sealed = new ArrayList<>(order.size());
    for (PersonalText number : order) {
      boolean held = sealed.size() >= order.size() - kept;
      sealed.add(new SealedNumber(token(number), seal(number), held, kept));
    }
    return new Batch(sealed, kept, digest(order));
  }

  /** Commits to numbers in their order, under a key that stays here. */
  public Digest digest(List<PersonalText> order) {
    StringBuilder lines = new StringBuilder();
    order.forEach(number -> lines.append(number.reveal(Reveal.SEAL)).append('\n'));
    return Digest.sha256(
        ("tidemark " + domain + " pool v1\n").getBytes(StandardCharsets.UTF_8),
        digests,
        lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The token under which a number is found, here and among those of people in custody. */
  public long token(PersonalText number) {
    return vault.tokens().locator(Locator.MOBILE, number);
  }

  /** A number in its box. */
  public byte[] seal(PersonalText number) {
    return box.seal(
        number.reveal(Reveal.SEAL).getBytes(StandardCharsets.US_ASCII), name(token(number)));
  }

  /** The number in a box. */
  public PersonalText open(SealedNumber sealed) {
    try {
      byte[] number = box.open(sealed.box(), name(sealed.token()));
      return PersonalText.of(new String(number, StandardCharsets.US_ASCII));
    } catch (WrongKey e) {
      throw new IllegalStateException("a number of a pool was altered in the database", e);
    }
  }

  /** What a box is bound to: it opens as this number only. */
  private static String name(long token) {
    return "number " + Long.toHexString(token);
  }
}
