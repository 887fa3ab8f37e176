/**
 * Marks in PDF: whose copy of this document is it?
 *
 * <p>Question it answers: which number does this copy carry? Comes in: a PDF that exists, a 64-bit
 * number and a key. Goes out: the same document, word for word, whose letters stand a hair's
 * breadth higher or lower ({@link io.tidemark.formats.pdf.PdfMarker}), opened by a password ({@link
 * io.tidemark.formats.pdf.Locked}) and signed ({@link io.tidemark.formats.pdf.PdfSigner}); and from
 * a copy that was found the number, without the original ({@link
 * io.tidemark.formats.pdf.PdfReading}).
 *
 * <p>It never decides who gets a copy, keeps nothing, and takes no key into the process in which
 * strangers' documents are parsed: that process says where letters stand, and the number is worked
 * out here.
 */
@NullMarked
package io.tidemark.formats.pdf;

import org.jspecify.annotations.NullMarked;
