package io.tidemark.media.picture;

import io.tidemark.terms.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Bytes to pixels, by the JDK's ImageIO and the readers of TwelveMonkeys for JPEG and WebP. The
 * first picture of a file counts. Sizes are read before anything is decoded, so that a bomb costs
 * nothing; nothing is written to a file. Stateless, thread-safe.
 */
public final class Decoder {
  private static final Set<String> FORMATS =
      Set.of("jpeg", "jpg", "png", "webp", "tif", "tiff", "bmp", "gif");
  private static final Set<String> APPLE = Set.of("heic", "heix", "hevc", "mif1", "msf1", "avif");
  private static final int BRAND = 8;
  private static final int BRAND_END = 12;

  private static final Refusal NO_PICTURE =
      Refusal.of(
          "no-picture",
          "不是可读的图片：支持 JPEG、PNG、WebP、TIFF、BMP、GIF",
          "no picture that can be read: JPEG, PNG, WebP, TIFF, BMP and GIF can");
  private static final Refusal BROKEN =
      Refusal.of(
          "broken-picture",
          "图片已损坏，无法解码；请取原始文件重试",
          "the picture is broken and cannot be decoded; try the file that it was made from");
  private static final Refusal HEIC =
      Refusal.of(
          "heic-picture",
          "HEIC/AVIF 图片：请先转换为 JPEG 再扫描",
          "a HEIC or AVIF picture: convert it to JPEG and scan that");

  private Decoder() {}

  /** The pixels of a picture, turned as its EXIF orientation says, or why there are none. */
  public static Decoded decode(byte[] bytes, Limits limits) {
    if (bytes.length > limits.bytes()) {
      return new Decoded.Refused(tooLong(limits));
    }
    if (apple(bytes)) {
      return new Decoded.Refused(HEIC);
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Optional<ImageReader> reader = reader(in);
      return reader.isEmpty()
          ? new Decoded.Refused(NO_PICTURE)
          : read(reader.get(), in, limits, bytes);
    } catch (IOException | RuntimeException broken) {
      // The readers throw whatever a broken file leads them to.
      return new Decoded.Refused(BROKEN);
    }
  }

  private static Decoded read(ImageReader reader, ImageInputStream in, Limits limits, byte[] bytes)
      throws IOException {
    try {
      reader.setInput(in, true, false);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width < 1 || height < 1) {
        return new Decoded.Refused(BROKEN);
      }
      if (width * height > limits.pixels()) {
        return new Decoded.Refused(tooLarge(width, height, limits));
      }
      int step = (int) Math.ceil(Math.sqrt((double) width * height / limits.kept()));
      Orientation orientation = Orientation.of(reader);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, param);
      return new Decoded.Picture(
          orientation.upright(Pixels.of(image)), step, Wholeness.whole(bytes));
    } finally {
      reader.dispose();
    }
  }

  private static Optional<ImageReader> reader(ImageInputStream in) throws IOException {
    for (Iterator<ImageReader> all = ImageIO.getImageReaders(in); all.hasNext(); ) {
      ImageReader reader = all.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return Optional.of(reader);
      }
      reader.dispose();
    }
    return Optional.empty();
  }

  /** The box {@code ftyp} of an ISO base media file, with a brand of HEIF. */
  private static boolean apple(byte[] bytes) {
    if (bytes.length < BRAND_END) {
      return false;
    }
    StringBuilder text = new StringBuilder();
    for (int i = BRAND / 2; i < BRAND_END; i++) {
      text.append((char) (bytes[i] & 0xff));
    }
    return text.indexOf("ftyp") == 0 && APPLE.contains(text.substring(BRAND / 2));
  }

  /** A file that is longer than may be read. */
  public static Refusal tooLong(Limits limits) {
    int megabytes = limits.bytes() >> 20;
    return Refusal.of(
        "picture-bytes",
        "图片文件超过 " + megabytes + " MB",
        "the picture's file is longer than " + megabytes + " MB");
  }

  private static Refusal tooLarge(long width, long height, Limits limits) {
    long megapixels = limits.pixels() / 1_000_000;
    return Refusal.of(
        "picture-pixels",
        "图片 " + width + "×" + height + "，超过 " + megapixels + " 百万像素；请缩小后重试",
        "the picture has "
            + width
            + "×"
            + height
            + ", more than "
            + megapixels
            + " megapixels; make it smaller and try again");
  }
}
