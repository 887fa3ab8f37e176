package io.tidemark.store.database;

import io.tidemark.terms.Words;
import java.io.IOException;

/**
 * The database of a home cannot be used. {@link #words()} say what was expected and found and what
 * to do; they never hold a password or a personal value.
 */
public final class DatabaseUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final Words words;

  DatabaseUnavailable(String zh, String en) {
    super(en);
    this.words = new Words(zh, en);
  }

  /** A fault of the file system: its own message names the file and the reason. */
  DatabaseUnavailable(IOException fault) {
    this("数据库的文件无法读写：" + fault, "the files of the database cannot be read or written: " + fault);
    initCause(fault);
  }

  /** What is wrong and what to do, for people. */
  public Words words() {
    return words;
  }
}
