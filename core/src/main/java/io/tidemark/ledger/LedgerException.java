package io.tidemark.ledger;

/**
 * What was presented is not what the ledger's formats and signatures allow: a malformed note, a
 * proof that does not lead to the root, a signature by nobody we know. The message says what was
 * expected and what was found.
 */
public final class LedgerException extends Exception {
  public LedgerException(String message) {
    super(message);
  }

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
