package io.tidemark.media;

import io.tidemark.media.document.DocumentReader;
import io.tidemark.media.ocr.Reader;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Decoded;
import io.tidemark.media.picture.Decoded.Picture;
import io.tidemark.media.picture.Decoder;
import io.tidemark.media.picture.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads pictures. Thread-safe; several pictures may be read at once, each needs memory of its own
 * within the {@link Limits}. Opening it loads the networks (about a second and 150 MB); keep one
 * and close it after the last picture.
 */
public final class Pictures implements AutoCloseable {
  private final Reader reader;
  private final DocumentReader documents;

  private Pictures(Reader reader) {
    this.reader = reader;
    this.documents = new DocumentReader(reader);
  }

  /**
   * @param threads how many processors the reading of one picture may use, at least 1
   */
  public static Pictures open(int threads) {
    return new Pictures(new Reader(threads));
  }

  /**
   * Reads a file.
   *
   * @throws IOException if the file cannot be read at all; a picture that is broken or too large is
   *     {@link Refused}
   */
  public PictureReading read(Path file, Limits limits) throws IOException {
    if (Files.size(file) > limits.bytes()) {
      return new Refused(Decoder.tooLong(limits));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, limits);
    }
  }

  /**
   * Reads the bytes of one picture to their end, or to one more than the limit.
   *
   * @throws IOException if they cannot be read at all
   */
  public PictureReading read(InputStream in, Limits limits) throws IOException {
    byte[] bytes = in.readNBytes(limits.bytes() + 1);
    Decoded decoded = Decoder.decode(bytes, limits);
    return decoded.either(picture -> read(picture, limits), Refused::new);
  }

  private PictureReading read(Picture picture, Limits limits) {
    List<TextLine> lines = reader.read(picture, limits, documents::translated);
    int step = picture.step();
    return new PictureText(
        picture.pixels().width() * step,
        picture.pixels().height() * step,
        lines,
        documents.read(picture, lines),
        picture.whole());
  }

  @Override
  public void close() {
    reader.close();
  }
}
