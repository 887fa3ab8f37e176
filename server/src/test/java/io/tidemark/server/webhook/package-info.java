/** Where webhooks may be. */
@NullMarked
package io.tidemark.server.webhook;

import org.jspecify.annotations.NullMarked;
