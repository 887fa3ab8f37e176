/**
 * Tests of the whole product, as people and scripts meet it.
 *
 * <p>Question it answers: does what the contract promises hold, whatever somebody types and
 * wherever a process dies? Commands go in; exit statuses, answers, files and what a home then holds
 * are judged. Nothing here looks at how a command does its work.
 */
@NullMarked
package io.tidemark.app.whole;

import org.jspecify.annotations.NullMarked;
