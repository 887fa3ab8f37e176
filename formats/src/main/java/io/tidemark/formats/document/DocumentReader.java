package io.tidemark.formats.document;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.pdf.Traces;
import io.tidemark.formats.pile.Item;
import io.tidemark.terms.Words;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in a process of its own, which is begun when the first one comes and begun anew
 * when one was too much for it. Not thread-safe; to be closed.
 */
public final class DocumentReader implements Closeable {
  /** Memory of that process, in MiB, where nobody says otherwise. */
  public static final int USUAL_MEMORY = 512;

  /** Time for one document, where nobody says otherwise. */
  public static final Duration USUAL_TIME = Duration.ofSeconds(60);

  private final int megabytes;
  private final Duration perFile;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "document-watch");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Process child;
  private @Nullable DataInputStream in;
  private @Nullable DataOutputStream out;
  private volatile boolean late;

  /**
   * @param megabytes memory of the process that parses
   * @param perFile time for one document
   */
  public DocumentReader(int megabytes, Duration perFile) {
    this.megabytes = megabytes;
    this.perFile = perFile;
  }

  /** What is told of a document. */
  @FunctionalInterface
  public interface Told {
    /** The next piece. */
    void frame(Frame frame) throws IOException, Unreadable;
  }

  /**
   * Reads one document.
   *
   * @throws Unreadable where it cannot be read, or not to its end; what was told until then stands
   */
  public void read(Item item, Told told) throws IOException, Unreadable {
    read(item.look().name(), item.file(), "", told);
  }

  /**
   * Looks for what could be a mark in a PDF.
   *
   * @param password empty where it opens without one
   * @throws Unreadable where it cannot be read
   */
  public Traces traces(Path pdf, String password) throws IOException, Unreadable {
    List<Traces> found = new ArrayList<>();
    read(
        DocumentChild.TRACES,
        pdf,
        password,
        frame -> {
          if (frame instanceof Frame.Marks marks) {
            found.add(marks.traces());
          }
        });
    return found.get(0);
  }

  /**
   * The first pages of a PDF as pictures, whatever they hold: each is told as an attached PNG of
   * 150 dots an inch.
   *
   * @param password empty where it opens without one
   * @throws Unreadable where it cannot be read
   */
  public void pages(Path pdf, String password, Told told) throws IOException, Unreadable {
    read(DocumentChild.PAGES, pdf, password, told);
  }

  private void read(String what, Path file, String password, Told told)
      throws IOException, Unreadable {
    late = false;
    boolean whole = false;
    Process process = begun();
    Future<?> alarm =
        watch.schedule(
            () -> {
              late = true;
              process.destroyForcibly();
            },
            perFile.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      ask(what, file, password);
      for (Frame frame = next(file); frame != null; frame = next(file)) {
        told.frame(frame);
      }
      whole = true;
    } catch (Wire.Refused e) {
      whole = true;
      throw Unreadable.file(file, e.reason());
    } finally {
      alarm.cancel(false);
      if (!whole) {
        end();
      }
    }
  }

  private void ask(String what, Path file, String password) throws IOException, Unreadable {
    DataOutputStream asked = java.util.Objects.requireNonNull(out);
    try {
      Wire.text(asked, what);
      Wire.text(asked, file.toAbsolutePath().toString());
      Wire.text(asked, password);
      asked.flush();
    } catch (IOException e) {
      throw Unreadable.file(file, given());
    }
  }

  private @Nullable Frame next(Path file) throws Unreadable, Wire.Refused {
    try {
      return Wire.read(java.util.Objects.requireNonNull(in));
    } catch (IOException e) {
      throw Unreadable.file(file, given());
    }
  }

  private Words given() {
    return late
        ? new Words(
            "解析超过 " + perFile.toSeconds() + " 秒，已放弃",
            "parsing took more than " + perFile.toSeconds() + " seconds: given up")
        : new Words(
            "解析用尽 " + megabytes + " MiB 内存或中途崩溃，已放弃",
            "parsing used up " + megabytes + " MiB of memory or broke down: given up");
  }

  private Process begun() throws IOException {
    Process running = child;
    if (running != null && running.isAlive()) {
      return running;
    }
    end();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss2m",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                DocumentChild.class.getName()));
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    child = process;
    in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    return process;
  }

  private void end() {
    Process running = child;
    child = null;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  @Override
  public void close() {
    end();
    watch.shutdownNow();
  }
}
