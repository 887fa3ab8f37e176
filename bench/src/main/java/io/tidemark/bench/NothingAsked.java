package io.tidemark.bench;

/** None of a benchmark's questions has a name in which {@code --only} is found. */
public final class NothingAsked extends Exception {
  private static final long serialVersionUID = 1L;

  NothingAsked() {
    super("no question has such a name");
  }
}
