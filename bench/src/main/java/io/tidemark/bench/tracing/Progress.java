package io.tidemark.bench.tracing;

import io.tidemark.bench.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says now and then how far something long is, and how long it will still take. */
final class Progress {
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final int WIDTH = 24;

  private final Stage stage;
  private final String zh;
  private final String en;
  private final Instant begun = Instant.now();
  private Instant said = begun;

  Progress(Stage stage, String zh, String en) {
    this.stage = stage;
    this.zh = zh;
    this.en = en;
  }

  /** So many of all are done. */
  void at(long done, long all) {
    Instant now = Instant.now();
    if (done > 0 && all > 0 && now.isAfter(said.plus(EVERY))) {
      said = now;
      double share = Math.min(1, (double) done / all);
      double seconds = Duration.between(begun, now).toMillis() / 1e3;
      String bar = bar(share) + String.format(Locale.ROOT, " %3.0f %%", 100 * share);
      String minutes = String.format(Locale.ROOT, "%.1f", seconds * (1 - share) / share / 60);
      stage.say(
          bar + " " + zh + " " + done + "/" + all + "，约剩 " + minutes + " 分钟",
          bar + " " + en + " " + done + "/" + all + ", about " + minutes + " min left");
    }
  }

  /** {@code [######------]}. */
  static String bar(double share) {
    int full = (int) Math.round(WIDTH * share);
    return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
  }
}
