/**
 * One class for each command.
 *
 * <p>Question it answers: what does this command do? Arguments come in; sentences or one JSON
 * document and an exit status go out. {@code command} holds one class for each command, {@code
 * files} joins formats to core. It decides nothing: the flows of {@code custody} do.
 */
@NullMarked
package io.tidemark.app.command;

import org.jspecify.annotations.NullMarked;
