/**
 * Who asks.
 *
 * <p>Question it answers: is this a person of the chain, and is the session still good? A name, a
 * password and a one-time code or a passkey come in and a token goes out; later a token comes in
 * and an actor goes out, with the key that signs what that person decides. Whoever is signed in
 * changes the own password, passkeys and sessions here. Which part was wrong is never told, neither
 * in words nor by the time taken. The database holds digests, hashes and sealed boxes; the signing
 * key opens with the password, and during a session with the token, so that nobody but its person
 * can sign, the operator of the database included.
 */
@NullMarked
package io.tidemark.server.signin;

import org.jspecify.annotations.NullMarked;
