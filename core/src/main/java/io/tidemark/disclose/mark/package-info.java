/**
 * Writing the recipient's marks.
 *
 * <p>Question it answers: how is this record written for this recipient? An opened record and the
 * recipient's key come in; texts in the recipient's own spellings go out. Nothing is stored; names,
 * numbers, dates and premiums pass untouched.
 */
@NullMarked
package io.tidemark.disclose.mark;

import org.jspecify.annotations.NullMarked;
