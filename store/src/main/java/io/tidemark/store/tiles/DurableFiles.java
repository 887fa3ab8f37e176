package io.tidemark.store.tiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes files so that each is there whole or not at all, and stays after a power cut: under a
 * temporary name, synced, renamed; {@link #close} syncs the folders. Readable by the owner only.
 */
final class DurableFiles implements AutoCloseable {
  /** How the name of a file that is still being written begins. */
  static final String TEMPORARY = ".tidemark-";

  private static final FileAttribute<Set<PosixFilePermission>> FILE = mode("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = mode("rwx------");
  private static final Set<StandardOpenOption> FRESH =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
  private static final int MOST_FOLDERS = 4096;

  private final Path root;
  private final Set<Path> unsynced = new HashSet<>();

  DurableFiles(Path root) {
    this.root = root;
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String rwx) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rwx));
  }

  /** Puts {@code bytes} at {@code path} below the root, in place of what was there. */
  void write(String path, byte[] bytes) throws IOException {
    Path target = root.resolve(path);
    Path folder = folderOf(target);
    Files.createDirectories(folder, FOLDER);
    Path temporary = folder.resolve(TEMPORARY + target.getFileName());
    try (FileChannel channel = FileChannel.open(temporary, FRESH, FILE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    changed(folder);
  }

  /** Removes the files of {@code paths}, all in one folder, and the folder once it is empty. */
  void remove(List<String> paths) throws IOException {
    for (String path : paths) {
      Path file = root.resolve(path);
      Files.deleteIfExists(file);
      changed(folderOf(file));
    }
    if (!paths.isEmpty()) {
      removeEmpty(folderOf(root.resolve(paths.get(0))));
    }
  }

  private static void removeEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      // an unfinished file of a crash is left in it: nobody reads that
    }
  }

  private void changed(Path folder) throws IOException {
    for (Path at = folder; at.startsWith(root); at = folderOf(at)) {
      unsynced.add(at);
    }
    if (unsynced.size() > MOST_FOLDERS) {
      close();
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a log is kept in a folder below another");
    }
    return folder;
  }

  /** Syncs every folder that changed. */
  @Override
  public void close() throws IOException {
    for (Path folder : unsynced) {
      sync(folder);
    }
    unsynced.clear();
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (NoSuchFileException e) {
      // an emptied folder that was removed since: its parent is synced too
    }
  }
}
