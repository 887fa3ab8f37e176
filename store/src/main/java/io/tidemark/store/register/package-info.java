/**
 * The state that is kept beside the ledger: the chain, the policy, requests, disclosures and their
 * holders, inquiries, what people said that headings mean, whose customers are who, who looked.
 *
 * <p>Question it answers: who may have what, who was given whom, how far is a case? Consequences of
 * entries come in; core's values go out. Every row can be traced to its entry.
 */
@NullMarked
package io.tidemark.store.register;

import org.jspecify.annotations.NullMarked;
