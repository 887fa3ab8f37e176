/**
 * What others than the insurer add to the ledger's head.
 *
 * <p>Question it answers: who else vouches for this checkpoint, and with which key? Cosignatures
 * and time stamps come in and are kept beside the checkpoint that they are over; the newest
 * anchored checkpoint goes out to evidence.
 */
@NullMarked
package io.tidemark.app.ledger;

import org.jspecify.annotations.NullMarked;
