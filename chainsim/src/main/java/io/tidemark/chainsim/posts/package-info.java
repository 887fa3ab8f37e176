/**
 * What people write who pass on other people's data: chat posts, forms, lists, addresses, and posts
 * that only look like it.
 *
 * <p>Question it answers: which names and addresses stand where in such a text? A seed comes in;
 * texts with the places of what they hold go out. Names are drawn from lists of this package's own,
 * so that whoever is measured by them has not seen them; it never looks at what the product knows
 * of names.
 */
@NullMarked
package io.tidemark.chainsim.posts;

import org.jspecify.annotations.NullMarked;
