/**
 * Passkeys, as WebAuthn level 3 has them.
 *
 * <p>Question it answers: did this authenticator sign this challenge, for this server, with its
 * person present and verified? What a browser says of a passkey comes in; what is kept of it goes
 * out, or {@code BadPasskey}. All reading of CBOR and COSE and all checking is WebAuthn4J's. It
 * knows no people: whose passkey it is, {@code signin} says.
 */
@NullMarked
package io.tidemark.server.passkey;

import org.jspecify.annotations.NullMarked;
