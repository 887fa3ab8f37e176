package io.tidemark.formats.table;

/**
 * How much of one thing a reader takes before it says no. What is beyond a limit is refused or
 * rejected, in memory that depends on the limit and not on the file.
 *
 * @param lineBytes bytes of one line of text, and of one cell spread over lines
 * @param cellCharacters characters of one cell
 * @param workbookEntries entries of an XLSX archive
 * @param inflatedBytes bytes that one workbook may inflate to
 * @param inflationRatio how many times its packed size an entry may inflate to, once it is past
 *     {@code ratioFrom} bytes
 * @param sharedStringBytes bytes of a workbook's shared strings, which are held in memory
 * @param raw whether everything stays as and where the file has it: a workbook's numbers of more
 *     than fifteen digits, and tables on their side, which are text then
 */
public record Limits(
    int lineBytes,
    int cellCharacters,
    int workbookEntries,
    long inflatedBytes,
    int inflationRatio,
    long ratioFrom,
    long sharedStringBytes,
    boolean raw) {
  /**
   * 1 MiB a line, 65,536 characters a cell (a spreadsheet holds 32,767), 10,000 entries, 16 GiB
   * inflated, 200 times past 16 MiB, 1 GiB of shared strings.
   */
  public static final Limits USUAL =
      new Limits(1 << 20, 1 << 16, 10_000, 16L << 30, 200, 16L << 20, 1L << 30, false);

  /** The same, with everything as and where the file has it. */
  public Limits asTheFileHasThem() {
    return new Limits(
        lineBytes,
        cellCharacters,
        workbookEntries,
        inflatedBytes,
        inflationRatio,
        ratioFrom,
        sharedStringBytes,
        true);
  }
}
