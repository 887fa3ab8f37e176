/**
 * The staff's pages: what comes in is a signed-in person's request or form, what goes out is a page
 * in that person's language. It never decides: every write goes through the flows of {@code
 * custody} that the API uses. How a page is made: docs/workbench.md.
 */
@NullMarked
package io.tidemark.server.workbench;

import org.jspecify.annotations.NullMarked;
