package io.tidemark.server.signin;

/**
 * What a browser says of a passkey that it used.
 *
 * @param attempt what the challenge was given with
 * @param credential {@code AuthenticationResponseJSON} of WebAuthn
 */
record PasskeyAnswer(String attempt, String credential) implements SecondFactor {}
