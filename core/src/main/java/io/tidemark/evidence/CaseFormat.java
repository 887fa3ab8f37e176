package io.tidemark.evidence;

/** Case files as bytes. The same case file always has the same bytes. Thread-safe. */
public interface CaseFormat {
  /** The bytes of a case file. */
  byte[] write(CaseFile file);

  /** Reads what {@link #write} wrote; throws {@link BadCase} for anything else. */
  CaseFile read(byte[] bytes) throws BadCase;

  /** Bytes that are no case file. */
  final class BadCase extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was expected and where, never a personal value. */
    public BadCase(String message) {
      super(message);
    }
  }
}
