/** Histories in a real PostgreSQL. */
@NullMarked
package io.tidemark.store.history;

import org.jspecify.annotations.NullMarked;
