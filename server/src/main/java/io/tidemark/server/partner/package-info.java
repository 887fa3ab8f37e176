/**
 * Partners' own systems.
 *
 * <p>Question it answers: which partner is this, may it call now, and what may it fetch? A TLS
 * connection on a port of its own and a request come in; the party that its certificate stands for,
 * and that party's own lists, go out. TLS shows that the caller has the certificate's key; whose it
 * is, and whether it still counts, is asked of the database at each request, so that what was
 * revoked or suspended ends on open connections, resumed sessions and other nodes too. It decides
 * nothing: {@code authorise} and the flows of {@code custody} do.
 */
@NullMarked
package io.tidemark.server.partner;

import org.jspecify.annotations.NullMarked;
