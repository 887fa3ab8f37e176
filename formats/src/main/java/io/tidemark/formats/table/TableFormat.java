package io.tidemark.formats.table;

/** What a table file is made of, told by its content. */
public enum TableFormat {
  /** Delimited text (RFC 4180 quoting, any of the usual delimiters). */
  CSV,
  /** Office Open XML workbook (ECMA-376). */
  XLSX,
  /** OpenDocument spreadsheet (ISO/IEC 26300). */
  ODS
}
