package io.tidemark.vault;

import io.tidemark.fingerprint.Offer;
import io.tidemark.terms.Digest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A record as it is kept: nothing personal can be read from it without its person's key.
 *
 * @param key the record's key: the same policy has the same
 * @param person the person's key
 * @param salt the person's salt
 * @param version the key of what it says
 * @param epoch the epoch of the data key that sealed it
 * @param box the encrypted content
 * @param commitment the digest of {@link Commitment}
 * @param offers what it offers to carry marks
 * @param locators the tokens under which it is found
 */
public record SealedRecord(
    UUID key,
    UUID person,
    Salt salt,
    UUID version,
    int epoch,
    byte[] box,
    Digest commitment,
    List<Offer> offers,
    Map<Locator, Long> locators) {}
