/** Addresses of keys in tokens, good and bad; what a token itself does is tested in app. */
@NullMarked
package io.tidemark.store.token;

import org.jspecify.annotations.NullMarked;
