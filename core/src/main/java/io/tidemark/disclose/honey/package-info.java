/**
 * Honey customers: invented people of one disclosure.
 *
 * <p>Question it answers: which invented customers stand among the rows of this copy, and where?
 * The disclosure's honey key and the rows beside them come in; contents that nobody else holds go
 * out. When one shows up anywhere, it names its disclosure. None of them exists: their numbers
 * cannot ring (segment 154 is not assigned in China) unless the operator names a pool of monitored
 * numbers.
 */
@NullMarked
package io.tidemark.disclose.honey;

import org.jspecify.annotations.NullMarked;
