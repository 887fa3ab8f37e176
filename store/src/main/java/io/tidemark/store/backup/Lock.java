package io.tidemark.store.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** One backup at a time in one folder; a kill -9 frees it. */
record Lock(FileChannel channel) implements AutoCloseable {
  static final String NAME = "backup.lock";

  static Lock take(Path folder) throws BackupFault, IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      if (channel.tryLock() != null) {
        return new Lock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // another thread of this process
    }
    channel.close();
    throw new BackupFault(
        "另一个备份正在写入 " + folder + "：请等它结束",
        "another backup writes into " + folder + ": wait for its end");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
