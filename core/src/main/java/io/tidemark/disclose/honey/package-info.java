/**
 * Honey customers: invented people of one disclosure.
 *
 * <p>Question it answers: which invented customers stand among the rows of this copy, and where;
 * and how strongly does a leaked row speak for one of them? The disclosure's honey key and the rows
 * beside them come in; contents that nobody else holds go out. Each of their numbers is drawn by
 * the key alone, so that any of them finds its disclosure; mobile numbers come from the pool that
 * the operator monitors while it has any, each given once. None of the customers exists: their
 * other mobile numbers cannot ring (segment 154 is not assigned in China). It never copies a real
 * person's number, or a remark that only one person has.
 */
@NullMarked
package io.tidemark.disclose.honey;

import org.jspecify.annotations.NullMarked;
