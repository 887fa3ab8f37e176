package io.tidemark.formats.pile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files below a folder, in the natural order of their names. Links are never followed: what one
 * points at within the folder is met where it lies, and what lies outside was not asked for.
 */
final class FolderLevel implements Level {
  private final Path top;
  private final Iterator<Path> names;

  /**
   * @param folder whose files these are
   * @param top the folder that a person named, as it really lies
   * @param most more names than this are not listed
   */
  FolderLevel(Path folder, Path top, long most) throws IOException {
    this.top = top;
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      for (Path one : listing) {
        if (all.size() > most) {
          break;
        }
        all.add(one);
      }
    }
    all.sort(Comparator.comparing(Path::toString, NaturalOrder.NAMES));
    names = all.iterator();
  }

  @Override
  public @Nullable Lying next() throws IOException {
    while (names.hasNext()) {
      Path next = names.next();
      Lying lying = lying(next);
      if (lying != null) {
        return lying;
      }
    }
    return null;
  }

  private @Nullable Lying lying(Path path) {
    if (Files.isSymbolicLink(path)) {
      return inside(path)
          ? null
          : Skipped.of(
              path.toString(),
              "链接指向文件夹之外，不跟随",
              "a link that leads out of the folder: not followed");
    }
    return Roots.there(path, path.toString());
  }

  private boolean inside(Path link) {
    try {
      return link.toRealPath().startsWith(top) && Files.exists(link, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  @Override
  public boolean packed() {
    return false;
  }

  @Override
  public void close() {}
}
