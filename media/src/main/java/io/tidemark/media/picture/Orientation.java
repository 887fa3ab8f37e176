package io.tidemark.media.picture;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * How the camera was held: the EXIF tag 0x0112 (CIPA DC-008), by the names of the JDK's standard
 * metadata, which say what a viewer does to the picture.
 */
enum Orientation {
  NORMAL("Normal", 1, 0, 0, 1),
  MIRRORED("FlipH", -1, 0, 0, 1),
  UPSIDE_DOWN("Rotate180", -1, 0, 0, -1),
  FLIPPED("FlipV", 1, 0, 0, -1),
  TRANSPOSED("FlipVRotate90", 0, 1, 1, 0),
  TURNED("Rotate270", 0, 1, -1, 0),
  TRANSVERSED("FlipHRotate90", 0, -1, -1, 0),
  TURNED_BACK("Rotate90", 0, -1, 1, 0);

  private final String name;
  private final int xFromX;
  private final int xFromY;
  private final int yFromX;
  private final int yFromY;

  /** How the stored place grows with the shown one: x with x and y, y with x and y. */
  Orientation(String name, int xFromX, int xFromY, int yFromX, int yFromY) {
    this.name = name;
    this.xFromX = xFromX;
    this.xFromY = xFromY;
    this.yFromX = yFromX;
    this.yFromY = yFromY;
  }

  /**
   * What the reader says of its first picture; what it does not know, or cannot read, is normal.
   */
  static Orientation of(ImageReader reader) {
    try {
      return said(reader.getImageMetadata(0));
    } catch (IOException | RuntimeException broken) {
      return NORMAL;
    }
  }

  private static Orientation said(@Nullable IIOMetadata metadata) {
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return NORMAL;
    }
    Element tree = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList said = tree.getElementsByTagName("ImageOrientation");
    if (said.getLength() > 0 && said.item(0) instanceof Element element) {
      for (Orientation one : values()) {
        if (one.name.equals(element.getAttribute("value"))) {
          return one;
        }
      }
    }
    return NORMAL;
  }

  /** The picture as a viewer shows it. */
  Pixels upright(Pixels stored) {
    if (this == NORMAL) {
      return stored;
    }
    int width = xFromX != 0 ? stored.width() : stored.height();
    int height = xFromX != 0 ? stored.height() : stored.width();
    int[] out = new int[width * height];
    int startX = xFromX + xFromY < 0 ? stored.width() - 1 : 0;
    int startY = yFromX + yFromY < 0 ? stored.height() - 1 : 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[y * width + x] =
            stored.at(startX + xFromX * x + xFromY * y, startY + yFromX * x + yFromY * y);
      }
    }
    return Pixels.of(width, out);
  }
}
