package io.tidemark.ledger;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Fuzzes each parser. A normal build replays the inputs kept beside; with {@code JAZZER_FUZZ=1} in
 * the environment Jazzer looks for new ones, one test at a time.
 */
class ParsersFuzzTest {
  @FuzzTest
  void note(byte[] bytes) {
    Parsers.note(bytes);
  }

  @FuzzTest
  void proof(byte[] bytes) {
    Parsers.proof(bytes);
  }

  @FuzzTest
  void texts(byte[] bytes) {
    Parsers.texts(bytes);
  }

  @FuzzTest
  void bundle(byte[] bytes) {
    Parsers.bundle(bytes);
  }

  @FuzzTest
  void timeStamp(byte[] bytes) {
    TimeStampTest.attempt(bytes);
  }
}
