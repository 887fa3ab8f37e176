package io.tidemark.app.scan;

import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.scan.Pictures;
import io.tidemark.formats.scan.Place;
import io.tidemark.media.PictureReading;
import io.tidemark.media.PictureText;
import io.tidemark.media.PlacedFinding;
import io.tidemark.media.Refused;
import io.tidemark.media.picture.Limits;
import io.tidemark.media.picture.Point;
import io.tidemark.media.picture.Quad;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as {@code media} reads them; its networks are loaded when the first one comes. To be
 * closed.
 */
public final class PictureFiles implements Pictures, AutoCloseable {
  private static final int THREADS = 2;
  private static final Words CUT_OFF =
      new Words("图片已损坏：只读了剩下的部分", "the picture is damaged: what is left of it was read");

  private final Finder finder;
  private final int threads;
  private io.tidemark.media.@Nullable Pictures open;

  /**
   * @param finder what finds in the lines of a picture
   */
  public PictureFiles(Finder finder) {
    this(finder, THREADS);
  }

  /**
   * @param threads how many processors one picture may use
   */
  public PictureFiles(Finder finder, int threads) {
    this.finder = finder;
    this.threads = threads;
  }

  @Override
  public Optional<Words> read(Path picture, BiConsumer<Finding, Place.InPicture> found)
      throws Unreadable {
    PictureReading reading;
    try {
      reading = opened().read(picture, Limits.USUAL);
    } catch (IOException e) {
      throw Unreadable.file(picture, new Words("无法读取文件", "the file cannot be read"));
    }
    if (reading instanceof Refused refused) {
      throw Unreadable.file(picture, refused.refusal().reason());
    }
    PictureText text = (PictureText) reading;
    for (PlacedFinding one : text.findings(finder)) {
      found.accept(one.finding(), box(one));
    }
    return text.whole() ? Optional.empty() : Optional.of(CUT_OFF);
  }

  private synchronized io.tidemark.media.Pictures opened() {
    io.tidemark.media.Pictures known = open;
    if (known == null) {
      known = io.tidemark.media.Pictures.open(threads);
      open = known;
    }
    return known;
  }

  /** The upright box around a place. */
  private static Place.InPicture box(PlacedFinding found) {
    Quad place = found.place();
    List<Point> corners = List.of(place.a(), place.b(), place.c(), place.d());
    int left = (int) Math.floor(corners.stream().mapToDouble(Point::x).min().orElse(0));
    int top = (int) Math.floor(corners.stream().mapToDouble(Point::y).min().orElse(0));
    int right = (int) Math.ceil(corners.stream().mapToDouble(Point::x).max().orElse(0));
    int bottom = (int) Math.ceil(corners.stream().mapToDouble(Point::y).max().orElse(0));
    return new Place.InPicture(
        Math.max(0, left),
        Math.max(0, top),
        right - left,
        bottom - top,
        found.repairs().stream()
            .map(one -> new Place.InPicture.Repaired(one.at(), one.ground().words()))
            .toList());
  }

  @Override
  public synchronized void close() {
    io.tidemark.media.Pictures known = open;
    open = null;
    if (known != null) {
      known.close();
    }
  }
}
