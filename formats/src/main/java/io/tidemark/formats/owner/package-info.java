/**
 * The copy of what is kept of a person, for that person.
 *
 * <p>Question it answers: in which form does somebody take the own data along, so that a program
 * and a person can read it? An {@link io.tidemark.custody.owner.OwnerCopy} comes in; a document to
 * be written as JSON, or a table, goes out. It decides nothing and opens nothing. The form stands
 * in {@code docs/own-rights.md}.
 */
@NullMarked
package io.tidemark.formats.owner;

import org.jspecify.annotations.NullMarked;
