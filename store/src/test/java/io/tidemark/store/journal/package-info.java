/** The journal on a real PostgreSQL, with many writers at once. */
@NullMarked
package io.tidemark.store.journal;

import org.jspecify.annotations.NullMarked;
