package io.tidemark.evidence;

/** Reads and writes cases of calls: the same case always has the same bytes. Thread-safe. */
public interface CallCaseFormat {
  /** The bytes of a case. */
  byte[] write(CallCase file);

  /** Reads what {@link #write} wrote; throws {@link CaseFormat.BadCase} for anything else. */
  CallCase read(byte[] bytes) throws CaseFormat.BadCase;
}
