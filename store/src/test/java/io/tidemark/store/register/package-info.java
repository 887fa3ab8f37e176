/** The registers on a real PostgreSQL. */
@NullMarked
package io.tidemark.store.register;

import org.jspecify.annotations.NullMarked;
