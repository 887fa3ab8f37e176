package io.tidemark.find.number;

import io.tidemark.find.written.Stretch;

/** A class of codes of letters and digits, or of signs beyond. Stateless. */
interface CodeClass {
  /** Adds what the stretch holds of this class. */
  void find(Stretch stretch, Candidates out);
}
