/**
 * Which certificates let a partner's own system in.
 *
 * <p>Question it answers: may this key be a partner's, and is this certificate one of a partner? A
 * certification request or a presented chain comes in; a certificate of the home's own small
 * authority, or the reason against one, goes out, beside the facts that a store keeps. What is
 * kept, revoked or suspended is the store's to say, at each request. It records nothing and asks no
 * clock.
 */
@NullMarked
package io.tidemark.authorise.partner;

import org.jspecify.annotations.NullMarked;
