package io.tidemark.calls.line;

import io.tidemark.terms.PersonalText;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that rings at a number of the pool and waits for an answer.
 *
 * @param called the number that was dialled, digits only
 * @param caller the number that calls, digits only, as the network says it; nothing where it is
 *     withheld
 * @param at when it began to ring
 * @param id what the telephone protocol calls it, at most 255 characters: the same call, sent
 *     again, has the same id and is one call
 */
public record IncomingCall(
    PersonalText called, Optional<PersonalText> caller, Instant at, String id) {}
