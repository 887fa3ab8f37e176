/**
 * Which question: who belongs to the home, people, systems and partners, and whose book is whose?
 *
 * <p>Comes in: an invitation, a certificate, a farewell, a list of a book. Goes out: entries.
 */
@NullMarked
package io.tidemark.custody.members;

import org.jspecify.annotations.NullMarked;
