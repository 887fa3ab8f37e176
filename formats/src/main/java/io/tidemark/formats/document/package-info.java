/**
 * Documents: PDF, Word, PowerPoint, old Excel, web pages, mail, rich text.
 *
 * <p>Question it answers: what does this document say, page by page or row by row? A file comes in,
 * {@link io.tidemark.formats.document.Frame}s go out. The parsers are others' (PDFBox, POI, Tika's
 * for Office and rich text, jsoup, mime4j); they run in a process of their own with little memory
 * and little time, because a stranger's document may make a parser hang or swell, and a thread that
 * hangs cannot be ended.
 *
 * <p>It never looks for anything in what it reads, and hands nothing to that process but the file's
 * path.
 */
@NullMarked
package io.tidemark.formats.document;

import org.jspecify.annotations.NullMarked;
