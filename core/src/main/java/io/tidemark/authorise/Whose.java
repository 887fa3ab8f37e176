package io.tidemark.authorise;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose customer a record is, as far as somebody assigned it.
 *
 * @param record the record's number
 * @param person the key of the person whom it is about
 * @param party in whose book it is
 * @param holder the person of that party in whose book it is
 * @param ownClaim whether the claim that was named is about it and handled by whoever asks
 */
public record Whose(
    int record, UUID person, Optional<String> party, Optional<String> holder, boolean ownClaim) {}
