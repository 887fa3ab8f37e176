package io.tidemark.telephone;

import java.time.Duration;

/** Who is told what operators watch: how much, never about whom. Thread-safe, and quick. */
public interface Watch {
  /** Nobody. */
  Watch NONE =
      new Watch() {
        @Override
        public void heard(Outcome outcome, Duration within) {
          // nobody
        }

        @Override
        public void dropped(Dropped why) {
          // nobody
        }
      };

  /**
   * A call was decided on.
   *
   * @param within from its arrival until then
   */
  void heard(Outcome outcome, Duration within);

  /** Something was dropped before it was read. */
  void dropped(Dropped why);
}
