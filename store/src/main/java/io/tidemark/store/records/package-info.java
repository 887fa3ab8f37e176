/**
 * Sealed records in PostgreSQL.
 *
 * <p>Question it answers: where do sealed records lie, and how are they found by token and read in
 * bulk? Sealed chunks come in by COPY within their entry's transaction; streams of stored records
 * go out, some thousands in memory at a time. It never opens anything.
 */
@NullMarked
package io.tidemark.store.records;

import org.jspecify.annotations.NullMarked;
