package io.tidemark.formats.bundle;

import io.tidemark.terms.Words;

/** JSON that is not of the one accepted form: where, and what was expected there. */
final class BadJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final transient Words expected;

  BadJson(String path, Words expected) {
    super((path.isEmpty() ? "/" : path) + ": expected " + expected.en());
    this.path = path.isEmpty() ? "/" : path;
    this.expected = expected;
  }

  /** The place as a JSON pointer (RFC 6901), made of expected names only. */
  String path() {
    return path;
  }

  Words words() {
    return new Words("此处应为" + expected.zh(), "expected " + expected.en() + " here");
  }
}
