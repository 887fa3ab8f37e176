/**
 * How often the right recipient is named, and whether an innocent ever is.
 *
 * <p>Question it answers: from how many leaked rows, after what was done to them, does {@code
 * trace} name the one recipient of many that all received the same list; how near do innocents come
 * to being accused; and what would other methods have said? Every trial draws a copy that {@code
 * disclose} wrote, makes a leak of it and reads the verdict of {@code trace}. A seed and a size
 * come in; one line for each question goes out. It never tells {@code trace} what it knows.
 */
@NullMarked
package io.tidemark.bench.tracing;

import org.jspecify.annotations.NullMarked;
