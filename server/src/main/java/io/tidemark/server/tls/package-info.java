/**
 * Who the server is.
 *
 * <p>Question it answers: with which certificate, and in which encryption, does the server speak?
 * The home's folder, or the operator's two files, come in; a certificate with its key goes out,
 * made at the first start when the operator has none. It never writes a key that others can read.
 */
@NullMarked
package io.tidemark.server.tls;

import org.jspecify.annotations.NullMarked;
