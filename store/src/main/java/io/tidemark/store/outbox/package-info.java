/**
 * Copies as files.
 *
 * <p>Question it answers: how does a copy get its name only when it is whole and recorded? Rows
 * come in; a file of mode 0600 goes out, written under a temporary name beside its target, synced,
 * then renamed. A copy whose writing was cut off is finished or recorded as a non-delivery at the
 * next start.
 */
@NullMarked
package io.tidemark.store.outbox;

import org.jspecify.annotations.NullMarked;
