package io.tidemark.formats.pile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paths that a person named. A link among them is followed: it was asked for by name. */
final class Roots implements Level {
  private final Iterator<Path> paths;

  Roots(List<Path> paths) {
    this.paths = paths.iterator();
  }

  @Override
  public @Nullable Lying next() {
    if (!paths.hasNext()) {
      return null;
    }
    Path path = paths.next();
    return there(path, path.toString());
  }

  /** What lies at a path. */
  static Lying there(Path path, String shown) {
    if (Files.isDirectory(path)) {
      return new Item(shown, path, Look.FOLDER);
    }
    if (!Files.exists(path)) {
      return Skipped.of(shown, "没有这个文件", "no such file");
    }
    if (!Files.isRegularFile(path)) {
      return Skipped.of(shown, "不是普通文件", "it is no regular file");
    }
    try {
      Path name = path.getFileName();
      return new Item(shown, path, Look.of(path, name == null ? "" : name.toString()));
    } catch (IOException | SecurityException e) {
      return Skipped.of(shown, "无法读取：权限不足或读取出错", "it cannot be read: no permission, or a fault");
    }
  }

  @Override
  public boolean packed() {
    return false;
  }

  @Override
  public void close() throws IOException {}
}
