/**
 * Who may be given what, for which purpose, in which form, and who must say so.
 *
 * <p>Question it answers: may this actor give these fields of this many people to this party for
 * this purpose? A {@link io.tidemark.authorise.Request}'s facts, the policy and the chain come in
 * as data; a {@link io.tidemark.authorise.Decision} goes out: a {@link
 * io.tidemark.authorise.Permit}, the approvals that are still needed, or a refusal with its reason.
 * And: how grave are these kinds together, and on what ground ({@link
 * io.tidemark.authorise.GradedSet})? And: may this person look this customer up for this task
 * ({@link io.tidemark.authorise.Looking})? It opens nothing, stores nothing and knows no column
 * names.
 */
@NullMarked
package io.tidemark.authorise;

import org.jspecify.annotations.NullMarked;
