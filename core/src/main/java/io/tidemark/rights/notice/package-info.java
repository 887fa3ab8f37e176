/**
 * Notices to those who hold a copy.
 *
 * <p>Question it answers: who has to be told that a person's data may be used no longer, what is
 * this party told, and does it know? What a person said or that it was erased, and the copies that
 * a party was given, come in; a {@link io.tidemark.rights.notice.Notice} goes out, which ends when
 * the party acknowledges it. It never gives a party a value that stands in no copy of that party's.
 */
@NullMarked
package io.tidemark.rights.notice;

import org.jspecify.annotations.NullMarked;
