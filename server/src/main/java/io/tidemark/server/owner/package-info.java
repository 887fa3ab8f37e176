/**
 * Files for people about themselves.
 *
 * <p>Question it answers: what is in the file that proves a person's history, as the home stands
 * now? A person's key and secret come in, after the entry that says that the file is made; its
 * bytes go out. Commands and endpoints make the same file. It decides nothing, and writes nowhere.
 */
@NullMarked
package io.tidemark.server.owner;

import org.jspecify.annotations.NullMarked;
