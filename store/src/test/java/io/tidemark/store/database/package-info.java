/** A home's PostgreSQL with real processes: started, shared, killed, mended. */
@NullMarked
package io.tidemark.store.database;

import org.jspecify.annotations.NullMarked;
