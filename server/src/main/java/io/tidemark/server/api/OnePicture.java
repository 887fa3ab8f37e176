package io.tidemark.server.api;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.scan.Pictures;
import io.tidemark.formats.scan.Shown;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Pictures, read one at a time however many requests bring some, so that look-ups keep a processor
 * and memory is bounded by one picture. Who has waited for a while is sent away. Thread-safe.
 */
final class OnePicture implements Pictures {
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Pictures pictures;
  private final Duration patience;
  private final Semaphore place = new Semaphore(1, true);

  /**
   * @param patience how long a picture waits for those before it
   */
  OnePicture(Pictures pictures, Duration patience) {
    this.pictures = pictures;
    this.patience = patience;
  }

  /**
   * As the other reads it, after those before it.
   *
   * @throws Halt with 503 and Retry-After when that takes too long
   */
  @Override
  public Shown read(Path picture) throws Unreadable {
    if (!mine()) {
      throw Halt.until(
          Problem.of(
              503,
              "too-many-pictures",
              "正在读别的图片，请稍后再试",
              "other pictures are being read: try again later"),
          AGAIN);
    }
    try {
      return pictures.read(picture);
    } finally {
      place.release();
    }
  }

  private boolean mine() {
    try {
      return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
