package io.tidemark.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The loopback port of a home's server: the same at every start while it is free. */
final class Port {
  private static final int ANY = 0;

  private Port() {}

  /** The port kept in {@code file} when nobody listens there, else a free one, kept from now on. */
  static int choose(Path file) throws DatabaseUnavailable, IOException {
    int kept = kept(file);
    if (kept != ANY && isFree(kept)) {
      return kept;
    }
    int fresh = free();
    OwnerOnly.write(file, Integer.toString(fresh).getBytes(StandardCharsets.US_ASCII));
    return fresh;
  }

  private static int kept(Path file) throws IOException {
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : ANY;
    } catch (NumberFormatException e) {
      return ANY;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static int free() throws DatabaseUnavailable {
    try (ServerSocket socket = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "127.0.0.1 上没有空闲端口：" + e.getMessage(),
          "there is no free port on 127.0.0.1: " + e.getMessage());
    }
  }
}
