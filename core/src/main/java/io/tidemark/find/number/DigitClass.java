package io.tidemark.find.number;

/** A class of numbers that have digits only. Stateless. */
interface DigitClass {
  /** Adds what the run is, if it is one of this class. */
  void judge(Run run, Candidates out);
}
