package io.tidemark.app.command;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.files.MarkedPicture;
import io.tidemark.app.files.PictureFile;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.authorise.Act;
import io.tidemark.media.mark.PictureMarker;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that go with a release: each gets the number of the disclosure and is recorded
 * before it lies there. One that cannot be marked stops the release before anything leaves.
 *
 * @param pictures in the order of their names
 * @param target the folder that they go to
 */
record WithPictures(List<Path> pictures, Path target) {
  /**
   * The pictures of a folder; all are looked at once.
   *
   * @param out the copy; the pictures go beside it
   */
  static WithPictures in(Path folder, Path out) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Stop.usage("没有这个文件夹：" + folder, "there is no such folder: " + folder);
    }
    List<Path> pictures;
    try (Stream<Path> files = Files.list(folder)) {
      pictures = files.filter(Files::isRegularFile).sorted().toList();
    }
    String name = String.valueOf(out.getFileName());
    Path target =
        out.toAbsolutePath()
            .normalize()
            .resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-pictures");
    if (pictures.isEmpty() || Files.exists(target)) {
      throw Stop.usage(
          pictures.isEmpty() ? "文件夹里没有图片：" + folder : "文件夹已存在，不会覆盖：" + target,
          pictures.isEmpty()
              ? "there is no picture in " + folder
              : "the folder exists already and is not overwritten: " + target);
    }
    Set<String> names = new HashSet<>();
    for (Path picture : pictures) {
      Pixels pixels = read(picture).pixels();
      Optional<Refusal> small = PictureMarker.tooSmall(pixels.width(), pixels.height());
      if (small.isPresent()) {
        throw unfit(picture, small.get().reason());
      }
      if (!names.add(left(picture))) {
        throw unfit(
            picture, new Words("另一张图片会得到同样的文件名", "another picture would get the same name"));
      }
    }
    return new WithPictures(pictures, target);
  }

  private static Stop unfit(Path picture, Words why) {
    return Stop.unreadable(
        new Words(
            picture + "：" + why.zh() + "；什么也没有释放",
            picture + ": " + why.en() + "; nothing was released"));
  }

  private static PictureFile read(Path picture) throws IOException {
    try {
      return PictureFile.read(picture);
    } catch (PictureFile.Refused e) {
      throw unfit(picture, e.refusal().reason());
    }
  }

  private static boolean jpeg(Path picture) {
    return String.valueOf(picture.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.jpe?g");
  }

  /** What it is called when it leaves: photographs stay JPEG, all else becomes PNG. */
  private static String left(Path picture) {
    String name = String.valueOf(picture.getFileName());
    int dot = name.lastIndexOf('.');
    return jpeg(picture) ? name : (dot > 0 ? name.substring(0, dot) : name) + ".png";
  }

  /** Why the policy gives no picture to this party; the refusal is recorded. */
  static void unlessRefused(Session session, String to, String purpose) {
    Optional<Refusal> refused = session.authority().document(session.actor(), to, purpose);
    if (refused.isPresent()) {
      throw Refusals.recorded(session, Act.RELEASE, refused.get());
    }
  }

  /** Marks and writes them; each as JSON has it. */
  List<Map<String, @Nullable Object>> write(Session session, DisclosureId disclosure)
      throws IOException {
    Files.createDirectory(
        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    MarkedPicture marking = MarkedPicture.under(session.pictureKey());
    List<Map<String, @Nullable Object>> written = new ArrayList<>();
    for (Path picture : pictures) {
      written.add(one(session, disclosure, marking, picture));
    }
    return written;
  }

  private Map<String, @Nullable Object> one(
      Session session, DisclosureId disclosure, MarkedPicture marking, Path picture)
      throws IOException {
    PictureFile original = read(picture);
    CopyNumber number = CopyNumber.of(disclosure);
    Optional<byte[]> marked = marking.of(original.pixels(), number, !jpeg(picture));
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("picture", picture.toString());
    if (marked.isEmpty()) {
      row.put("file", null);
      row.put("left_out", "mark-not-read-back");
      return row;
    }
    Path file = target.resolve(left(picture));
    Digest leaves = Digest.sha256(marked.get());
    var recorded =
        Refusals.orStop(
            session
                .marking()
                .picture(
                    session.actor(), number, Optional.of(disclosure), original.digest(), leaves));
    OwnFile.write(file, marked.get());
    row.put("file", file.toString());
    row.put("sha256", leaves.toString());
    row.put("entry", recorded.receipt().index());
    return row;
  }

  /** How many could not hold the mark. */
  static long leftOut(List<Map<String, @Nullable Object>> written) {
    return written.stream().filter(row -> row.get("file") == null).count();
  }

  /** What is said of them. */
  Words words(long leftOut) {
    long done = pictures.size() - leftOut;
    return new Words(
        done + " 张图片已带上这次披露的编号：" + target + (leftOut > 0 ? "；" + leftOut + " 张放不住标记，没有写出" : ""),
        done
            + " pictures carry the number of this disclosure: "
            + target
            + (leftOut > 0 ? "; " + leftOut + " hold no mark and were not written" : ""));
  }
}
