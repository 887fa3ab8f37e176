package io.tidemark.app.files;

import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureMarker;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Decoder;
import io.tidemark.media.picture.Encoder;
import io.tidemark.media.picture.Limits;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.CopyNumber;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Marks pictures under one key and reads each back before it may leave. Thread-safe.
 *
 * @param marker writes
 * @param reader reads back
 */
public record MarkedPicture(PictureMarker marker, PictureReader reader) {
  /** Under this key. */
  public static MarkedPicture under(PictureKey key) {
    return new MarkedPicture(new PictureMarker(key), new PictureReader(List.of(key)));
  }

  /**
   * The file with the number, PNG or JPEG of quality 92; nothing where it does not read back.
   *
   * @throws IllegalArgumentException if the picture is {@link PictureMarker#tooSmall}
   */
  public Optional<byte[]> of(Pixels picture, CopyNumber number, boolean png) {
    Pixels marked = marker.mark(picture, number.value(), new SecureRandom());
    byte[] bytes = png ? Encoder.png(marked) : Encoder.jpeg(marked);
    Limits limits = new Limits(bytes.length, Long.MAX_VALUE, Long.MAX_VALUE, 1);
    boolean says =
        Decoder.decode(bytes, limits)
            .either(
                decoded ->
                    reader.read(decoded.pixels()) instanceof Mark mark
                        && mark.payload() == number.value(),
                refused -> false);
    return says ? Optional.of(bytes) : Optional.empty();
  }
}
