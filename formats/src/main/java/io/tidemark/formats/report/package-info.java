/**
 * The one page of an evidence bundle that a judge or a protection officer reads.
 *
 * <p>Question it answers: what does this inquiry say, on what ground, and what does it not say? A
 * case file and a few facts of the ledger come in; one page goes out, in Chinese and English, as
 * HTML and as PDF. It shows no leaked value and no name of a leaked file, and it never says more
 * than the verdict does: where nobody is named, it says that nobody is accused.
 */
@NullMarked
package io.tidemark.formats.report;

import org.jspecify.annotations.NullMarked;
