package io.tidemark.rights.notice;

import io.tidemark.terms.NoticeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that is opened with the entry of its cause.
 *
 * @param purpose for which the data may be used no longer; nothing for all of them
 * @param person whom it is about; nothing once the person was erased
 * @param since from when the data may be used no longer
 * @param opened when it was opened
 * @param due until when the party is to acknowledge it
 * @param until when the box goes, acknowledged or not
 * @param box the party's copies ({@link GivenCopy#bytes}), sealed under the notice's name
 */
public record Opening(
    NoticeId id,
    String party,
    Cause cause,
    Optional<String> purpose,
    Optional<UUID> person,
    Instant since,
    Instant opened,
    Instant due,
    Instant until,
    byte[] box) {}
