/**
 * A home: the folder with keys, ledger and settings, and the database that belongs to it.
 *
 * <p>Question it answers: what must be there and fit together before anything is done? A folder and
 * a master key come in; an open {@link io.tidemark.store.home.Home} goes out, mended after a crash,
 * or a fault that says what to do. It refuses a home of a newer version, a wrong master key, and a
 * ledger on disk that is ahead of the database.
 */
@NullMarked
package io.tidemark.store.home;

import org.jspecify.annotations.NullMarked;
