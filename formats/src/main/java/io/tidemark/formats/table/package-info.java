/**
 * Tables: CSV and XLSX, read and written as streams.
 *
 * <p>Question it answers: which rows does this file hold, and what does each column mean? A file
 * comes in, rows and rejects go out; or rows come in and a file goes out. It never stops at a
 * broken row, never holds more than one row (and a workbook's packed strings) in memory, and never
 * decides what an unnamed column is: {@code classify} does.
 */
@NullMarked
package io.tidemark.formats.table;

import org.jspecify.annotations.NullMarked;
