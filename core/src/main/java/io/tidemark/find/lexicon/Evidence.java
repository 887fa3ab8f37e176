package io.tidemark.find.lexicon;

/** What speaks for a name at a place of a sentence, beside the words themselves. */
public interface Evidence {
  /** Nothing does. */
  Evidence NONE =
      new Evidence() {
        @Override
        public int gain(int from, int to) {
          return 0;
        }

        @Override
        public int cell(int from) {
          return from;
        }
      };

  /** By how many steps of {@link LexiconFile#STEP} nats a name there is likelier than elsewhere. */
  int gain(int from, int to);

  /**
   * Where the cell ends that a label says to hold a name and that begins there; {@code from} where
   * there is none.
   */
  int cell(int from);
}
