/**
 * Notices as signed documents.
 *
 * <p>Question it answers: what are the bytes that a partner gets, and who made them? A {@link
 * io.tidemark.rights.notice.Notice} and the cells that find its rows come in; a JWS (RFC 7515) over
 * a CloudEvents 1.0 event goes out, and the key that checks it. It opens nothing and tells nobody.
 */
@NullMarked
package io.tidemark.formats.notice;

import org.jspecify.annotations.NullMarked;
