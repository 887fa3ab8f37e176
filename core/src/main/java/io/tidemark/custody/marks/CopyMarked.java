package io.tidemark.custody.marks;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.CopyNumber;

/**
 * A copy for this recipient will carry this mark.
 *
 * @param to the recipient: a party's id, or the name of a buyer's request
 */
public record CopyMarked(CopyNumber mark, String to) implements Journal.Consequence {}
