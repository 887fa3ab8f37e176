package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.media.picture.Decoder;
import io.tidemark.media.picture.Limits;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture that was read whole, as a viewer shows it.
 *
 * @param pixels all of them
 * @param digest of the file
 */
public record PictureFile(Pixels pixels, Digest digest) {
  private static final Limits LIMITS = new Limits(128 << 20, 120_000_000, 120_000_000, 1);

  /**
   * Reads a file of at most 128 MB and 120 megapixels.
   *
   * @throws Refused if it is no such picture
   */
  public static PictureFile read(Path file) throws IOException {
    if (Files.size(file) > LIMITS.bytes()) {
      throw new Refused(Decoder.tooLong(LIMITS));
    }
    byte[] bytes = Files.readAllBytes(file);
    Pixels pixels =
        Decoder.decode(bytes, LIMITS)
            .either(
                picture -> picture.pixels(),
                refusal -> {
                  throw new Refused(refusal);
                });
    return new PictureFile(pixels, Digest.sha256(bytes));
  }

  /** A file that is not read. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.rule(), null, false, false);
      this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
      return refusal;
    }

    /** The same as the end of a command. */
    public Stop stop() {
      return Stop.unreadable(refusal.reason());
    }
  }
}
