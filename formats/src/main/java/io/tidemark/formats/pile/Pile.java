package io.tidemark.formats.pile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files below some paths, one after the other, however they are packed. What cannot be opened
 * comes as {@link Skipped} and the rest goes on. Not thread-safe; to be closed.
 */
public final class Pile implements Closeable {
  /** How standard input is named. */
  public static final String STANDARD_INPUT = "-";

  private final PileLimits limits;
  private final Spool spool;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<Path> folders = new HashSet<>();
  private final Deque<Lying> given = new ArrayDeque<>();
  private @Nullable Path held;
  private long met;

  /**
   * A folder or archive that is being gone through.
   *
   * @param top the folder that a person named, as it really lies; null in an archive
   * @param unpacked its own bytes, where it lay in another archive
   */
  private record Open(String path, Level level, @Nullable Path top, @Nullable Path unpacked) {}

  private Pile(List<Path> paths, PileLimits limits) {
    this.limits = limits;
    this.spool = new Spool(limits);
    open.push(new Open("", new Roots(paths), null, null));
  }

  /** What lies below these paths. */
  public static Pile of(List<Path> paths, PileLimits limits) {
    return new Pile(paths, limits);
  }

  /** What this stream says, and what lies below these paths. */
  public static Pile of(InputStream in, List<Path> paths, PileLimits limits) throws IOException {
    Pile pile = new Pile(paths, limits);
    pile.given.add(new Packed("", pile.spool).item(STANDARD_INPUT, in, 0));
    return pile;
  }

  /**
   * Adds a file that lies within one which this pile gave: an attachment, a picture in a document.
   * It comes before the rest.
   *
   * @param path where the other lies
   * @param name what the other calls it
   */
  public void add(String path, String name, InputStream in) throws IOException {
    Packed packed = new Packed(path, spool);
    String inside = packed.inside(name);
    boolean deep = inside.split("!/", -1).length > limits.nesting() + 1;
    given.add(deep ? Skipped.of(inside, "嵌套过深", "nested too deeply") : packed.item(inside, in, 0));
  }

  /**
   * The next one; null behind the last. What the one before was unpacked to is gone then.
   *
   * @throws IOException when the process itself cannot go on: its own folder is full or gone
   */
  public @Nullable Lying next() throws IOException {
    letGo();
    Lying lying = lying();
    while (lying instanceof Item item && item.look().holdsFiles()) {
      Skipped refused = opened(item);
      if (refused != null) {
        return refused;
      }
      lying = lying();
    }
    return lying;
  }

  private @Nullable Lying lying() throws IOException {
    Lying lying = given.poll();
    while (lying == null && !open.isEmpty()) {
      lying = within(open.element());
      if (lying == null) {
        close(open.pop());
      }
    }
    if (lying != null && ++met > limits.entries()) {
      leaveAll();
      return Skipped.of(
          lying.path(), "文件过多，从这里起不再读", "too many files: nothing is read from here on");
    }
    if (lying instanceof Item item && unpacked(item)) {
      held = item.file();
    }
    return lying;
  }

  /** What breaks off gives what it gave. */
  private @Nullable Lying within(Open one) throws IOException {
    try {
      return one.level().next();
    } catch (TooMuch e) {
      close(open.pop());
      return new Skipped(one.path(), e.reason());
    } catch (IOException | RuntimeException e) {
      close(open.pop());
      return Skipped.of(one.path(), "已损坏，其余部分未读", "it is damaged: the rest of it is not read");
    }
  }

  /** Goes into a folder or an archive; the reason why not, where it does not. */
  private @Nullable Skipped opened(Item item) {
    long nested = open.stream().filter(one -> one.level().packed()).count();
    if (item.look().packed() && nested >= limits.nesting()) {
      return Skipped.of(item.path(), "压缩包嵌套过深", "archives are nested too deeply");
    }
    try {
      Path top = item.look() == Look.FOLDER ? top(item.file()) : null;
      if (item.look() == Look.FOLDER && !folders.add(item.file().toRealPath())) {
        return Skipped.of(item.path(), "这个文件夹已读过", "this folder was read before");
      }
      Level level = level(item, top);
      open.push(new Open(item.path(), level, top, unpacked(item) ? item.file() : null));
      held = null;
      return null;
    } catch (TooMuch e) {
      return new Skipped(item.path(), e.reason());
    } catch (IOException | RuntimeException e) {
      return item.look() == Look.FOLDER
          ? Skipped.of(
              item.path(),
              "无法列出文件夹：权限不足或读取出错",
              "the folder cannot be listed: no permission, or a fault")
          : Skipped.of(item.path(), "压缩包已损坏", "the archive is damaged");
    }
  }

  private Level level(Item item, @Nullable Path top) throws IOException {
    Packed packed = new Packed(item.path(), spool);
    return switch (item.look()) {
      case FOLDER -> new FolderLevel(item.file(), Objects.requireNonNull(top), limits.entries());
      case ZIP -> new ZipLevel(item.file(), packed);
      case TAR -> new TarLevel(item.file(), packed);
      case SEVEN_ZIP -> new SevenLevel(item.file(), packed);
      default -> new SingleLevel(item.file(), item.look(), packed);
    };
  }

  /** The folder that a person named, above this one. */
  private Path top(Path folder) throws IOException {
    Path above = open.element().top();
    return above == null ? folder.toRealPath() : above;
  }

  private boolean unpacked(Item item) {
    return spool.holds(item.file());
  }

  private void letGo() throws IOException {
    Path file = held;
    held = null;
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  private static void close(Open one) throws IOException {
    one.level().close();
    if (one.unpacked() != null) {
      Files.deleteIfExists(one.unpacked());
    }
  }

  private void leaveAll() throws IOException {
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      letGo();
      leaveAll();
    } finally {
      spool.close();
    }
  }
}
