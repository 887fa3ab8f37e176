package io.tidemark.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses a home's server: each process holds a shared lock on one file, which dies with the
 * process. To be called within a {@link Turn} only.
 *
 * <p>Within this JVM the users of a home are counted in one table, because a process has a POSIX
 * lock once, and loses it when it closes any channel on that file.
 */
final class Users {
  private static final Map<Path, Users> OF_THIS_PROCESS = new HashMap<>();

  private final FileChannel channel;
  private int count;

  private Users(FileChannel channel) {
    this.channel = channel;
  }

  /** Joins; answers whether nobody else, in any process, was using the server. */
  static boolean join(Path file) throws IOException {
    requireTurn();
    Users known = OF_THIS_PROCESS.get(file);
    if (known != null) {
      known.count++;
      return false;
    }
    Users users = new Users(OwnerOnly.open(file));
    boolean alone = users.nobody();
    users.share(file);
    users.count = 1;
    OF_THIS_PROCESS.put(file, users);
    return alone;
  }

  /** Leaves; answers whether nobody, in any process, uses the server any more. */
  static boolean leave(Path file) throws IOException {
    requireTurn();
    Users users = OF_THIS_PROCESS.get(file);
    if (users == null || --users.count > 0) {
      return false;
    }
    OF_THIS_PROCESS.remove(file);
    users.channel.close();
    try (FileChannel channel = OwnerOnly.open(file)) {
      return new Users(channel).nobody();
    }
  }

  private boolean nobody() throws IOException {
    try (FileLock exclusive = channel.tryLock()) {
      return exclusive != null;
    }
  }

  private void share(Path file) throws IOException {
    if (channel.tryLock(0, Long.MAX_VALUE, true) == null) {
      channel.close();
      throw new IOException(file + " is locked by a program that is not Tidemark");
    }
  }

  private static void requireTurn() {
    if (!Turn.isHeld()) {
      throw new IllegalStateException("users come and go within a turn only");
    }
  }
}
