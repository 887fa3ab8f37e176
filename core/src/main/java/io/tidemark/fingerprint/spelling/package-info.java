/**
 * The spelling catalogue: in which equivalent ways an address, a model or a remark can be written.
 *
 * <p>Question it answers: how many spellings does this value offer, how does spelling number s
 * look, and which spelling does a leaked cell show? A value's text comes in; {@link
 * io.tidemark.fingerprint.spelling.Parsed} content, rendered text and {@link
 * io.tidemark.fingerprint.spelling.Shown} sets of spellings go out. It never chooses a spelling
 * (that is {@code fingerprint.code}) and never touches a field whose meaning could change: names,
 * numbers, dates, premiums.
 *
 * <p>All reading compares the leaked text with the renderings of the <em>original</em>; no
 * candidate's copy is looked at.
 */
@NullMarked
package io.tidemark.fingerprint.spelling;

import org.jspecify.annotations.NullMarked;
