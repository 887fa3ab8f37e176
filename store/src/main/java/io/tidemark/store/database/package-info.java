/**
 * The PostgreSQL that lives in a home.
 *
 * <p>Question it answers: where is the database of this home, and is it running? In comes the
 * folder of a home; out goes {@link io.tidemark.store.database.EmbeddedDatabase}: an address on the
 * loopback interface, a user and a password. The server is a process of its own that all commands
 * on the home share: the first starts it, the last stops it, and whoever comes after a crash mends
 * what the crash left.
 *
 * <p>It never makes a table, never gives up durability for speed, never lets a connection in
 * without the password of the home, and never writes a value into the server's log.
 */
@NullMarked
package io.tidemark.store.database;

import org.jspecify.annotations.NullMarked;
