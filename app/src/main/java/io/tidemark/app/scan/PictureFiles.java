package io.tidemark.app.scan;

import io.tidemark.find.Finder;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.scan.Pictures;
import io.tidemark.formats.scan.Shown;
import io.tidemark.media.PictureReading;
import io.tidemark.media.PictureText;
import io.tidemark.media.Refused;
import io.tidemark.media.picture.Limits;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as {@code media} reads them; its networks are loaded when the first one comes. To be
 * closed.
 */
public final class PictureFiles implements Pictures, AutoCloseable {
  private static final int THREADS = 2;

  private final Finder finder;
  private final int threads;
  private final boolean oneConversation;
  private io.tidemark.media.@Nullable Pictures open;

  /**
   * @param finder what finds in the lines of a picture
   * @param oneConversation whether pictures of one size go on from each other that share no line
   */
  public PictureFiles(Finder finder, boolean oneConversation) {
    this(finder, THREADS, oneConversation);
  }

  /**
   * @param threads how many processors one picture may use
   */
  public PictureFiles(Finder finder, int threads) {
    this(finder, threads, false);
  }

  private PictureFiles(Finder finder, int threads, boolean oneConversation) {
    this.finder = finder;
    this.threads = threads;
    this.oneConversation = oneConversation;
  }

  @Override
  public Shown read(Path picture) throws Unreadable {
    PictureReading reading;
    try {
      reading = opened().read(picture, Limits.USUAL);
    } catch (IOException e) {
      throw Unreadable.file(picture, new Words("无法读取文件", "the file cannot be read"));
    }
    if (reading instanceof Refused refused) {
      throw Unreadable.file(picture, refused.refusal().reason());
    }
    return new ShownText(List.of((PictureText) reading), finder, oneConversation);
  }

  private synchronized io.tidemark.media.Pictures opened() {
    io.tidemark.media.Pictures known = open;
    if (known == null) {
      known = io.tidemark.media.Pictures.open(threads);
      open = known;
    }
    return known;
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
