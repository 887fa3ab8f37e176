/**
 * What the server keeps of people who sign in.
 *
 * <p>Question it answers: who has an account and which passkeys, which sessions live, which names
 * fail to sign in one time after the other, which writes were answered already? Consequences of
 * entries and attempts come in; accounts, passkeys, sessions and kept answers go out, the same on
 * every node. It never holds a token, a password or a code secret in plain.
 */
@NullMarked
package io.tidemark.store.access;

import org.jspecify.annotations.NullMarked;
