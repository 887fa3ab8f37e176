/** Passkeys by themselves: an authenticator in software, and what does not hold. */
@NullMarked
package io.tidemark.server.passkey;

import org.jspecify.annotations.NullMarked;
