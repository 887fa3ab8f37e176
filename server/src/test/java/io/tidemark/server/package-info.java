/** The server as its callers meet it: real HTTPS, real PostgreSQL, nothing replaced. */
@NullMarked
package io.tidemark.server;

import org.jspecify.annotations.NullMarked;
