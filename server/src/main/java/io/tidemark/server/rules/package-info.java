/**
 * What is in force.
 *
 * <p>Question it answers: which policy, which chain and whose authority count for this request? The
 * home comes in; {@link io.tidemark.server.rules.InForce} goes out, with the flows that decide by
 * it. It is read again whenever the ledger has grown, so nothing that was changed or revoked lives
 * on here.
 */
@NullMarked
package io.tidemark.server.rules;

import org.jspecify.annotations.NullMarked;
