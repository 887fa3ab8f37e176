/**
 * A master key that lives in a PKCS#11 token and never leaves it.
 *
 * <p>Question it answers: how is a secret wrapped and opened by a key that nobody holds? An address
 * (RFC 7512) and a PIN come in; a {@link io.tidemark.vault.MasterKey} goes out, or a {@link
 * io.tidemark.store.token.TokenFault} that says what to do. It asks the token through the JDK's
 * SunPKCS11 provider, never keeps a PIN, and refuses a key that the token would give away.
 */
@NullMarked
package io.tidemark.store.token;

import org.jspecify.annotations.NullMarked;
