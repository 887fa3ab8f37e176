/**
 * Marks in pictures and documents: what is still read after what happens to them on their way, what
 * a person could see of them, what is read where there is none, and how fast.
 */
@NullMarked
package io.tidemark.bench.media;

import org.jspecify.annotations.NullMarked;
