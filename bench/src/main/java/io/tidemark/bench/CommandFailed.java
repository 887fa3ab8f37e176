package io.tidemark.bench;

/** A command of the product ended otherwise than it had to. */
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The command, its exit status and what it said. */
  public CommandFailed(String command, int exit, String notes) {
    super(command + " ended with " + exit + ": " + notes.strip());
  }
}
