package io.tidemark.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A wire to PostgreSQL that breaks when it is told to: the next time that the database says that it
 * has committed, nobody hears it.
 */
final class Severed implements AutoCloseable {
  /** {@code CommandComplete} with the tag {@code COMMIT}, as the protocol writes it. */
  private static final byte[] COMMITTED = {'C', 0, 0, 0, 11, 'C', 'O', 'M', 'M', 'I', 'T', 0};

  private final ServerSocket listening;
  private final int database;
  private final AtomicBoolean armed = new AtomicBoolean();
  private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

  /** A wire to the database on this port of this machine. */
  Severed(int database) throws IOException {
    this.database = database;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The next commit is done, and its answer is lost with the connection. */
  void loseNextCommit() {
    armed.set(true);
  }

  /** Whether that has happened. */
  boolean lost() {
    return !armed.get();
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = listening.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), database);
      open.addAll(List.of(near, far));
      start(() -> pump(near, far, false));
      start(() -> pump(far, near, true));
    }
  }

  private void pump(Socket from, Socket to, boolean answers) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] part = new byte[64 << 10];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        if (answers && says(part, read) && armed.compareAndSet(true, false)) {
          return;
        }
        out.write(part, 0, read);
      }
    }
  }

  private static boolean says(byte[] part, int length) {
    for (int at = 0; at + COMMITTED.length <= length; at++) {
      if (java.util.Arrays.equals(
          part, at, at + COMMITTED.length, COMMITTED, 0, COMMITTED.length)) {
        return true;
      }
    }
    return false;
  }

  /** What ends by an exception ends because the wire is cut. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            },
            "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : List.copyOf(open)) {
      socket.close();
    }
  }
}
