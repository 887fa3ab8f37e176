/**
 * What another policy would change before it is in force.
 *
 * <p>Question it answers: which standing grants and open requests would lose fields, forms, people
 * or channels, become unusable, or need other approvers? Two policies, the chain and the open
 * requests come in; a list of {@link io.tidemark.authorise.preview.Effect}s goes out. It decides
 * and changes nothing.
 */
@NullMarked
package io.tidemark.authorise.preview;

import org.jspecify.annotations.NullMarked;
