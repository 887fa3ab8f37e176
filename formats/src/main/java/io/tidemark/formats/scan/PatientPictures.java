package io.tidemark.formats.scan;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.pile.Patience;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a picture in a thread of its own, which is given up when it takes too long: nothing can
 * stop a model while it computes, so the thread ends when the model does. Stateless.
 */
final class PatientPictures {
  private PatientPictures() {}

  /** What the picture shows. */
  static Shown read(Pictures pictures, Path file, Patience patience) throws Unreadable {
    FutureTask<Shown> reading = new FutureTask<>(() -> pictures.read(file));
    Thread thread = new Thread(reading, "picture-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(patience.most().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      reading.cancel(true);
      throw Unreadable.file(file, patience.words());
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unreadable unreadable) {
        throw unreadable;
      }
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused; // such as a server's, whose turn for pictures has not come
      }
      throw new IllegalStateException("a picture cannot be read", e.getCause());
    }
  }
}
