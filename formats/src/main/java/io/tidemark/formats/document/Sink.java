package io.tidemark.formats.document;

import java.io.IOException;

/** Where parsers put what they read. */
@FunctionalInterface
interface Sink {
  void put(Frame frame) throws IOException;
}
