package io.tidemark.chainsim.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** What becomes of a picture on its way through chat groups and other hands. Thread-safe. */
public enum Handling {
  NONE("as it is") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return picture;
    }
  },
  CHAT_70("long side 1080, JPEG 70") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(longSide(picture, CHAT), 70);
    }
  },
  CHAT_60("long side 1080, JPEG 60") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(longSide(picture, CHAT), 60);
    }
  },
  HALF("half size, JPEG 70") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(scaled(picture, .5), 70);
    }
  },
  SCALED("scale 0.5 to 1.5, JPEG 70") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(scaled(picture, random.nextDouble(.5, 1.5)), 70);
    }
  },
  ONE_SIDE_CUT("10 px to 30 % off one side, JPEG 80") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      int[] off = new int[4];
      int side = random.nextInt(4);
      int along = side % 2 == 0 ? picture.getWidth() : picture.getHeight();
      off[side] = random.nextInt(10, Math.max(11, along * 3 / 10));
      return jpeg(cut(picture, off), 80);
    }
  },
  CUT("all sides cut, 0.75, JPEG 70") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      int[] off = new int[4];
      for (int side = 0; side < off.length; side++) {
        int along = side % 2 == 0 ? picture.getWidth() : picture.getHeight();
        off[side] = random.nextInt(1, Math.max(2, along * 15 / 100));
      }
      return jpeg(scaled(cut(picture, off), .75), 70);
    }
  },
  PASTED("pasted in a screen of 1920 × 1080, JPEG 80") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(pasted(picture, random), 80);
    }
  },
  JPEG_30("JPEG 30") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(picture, 30);
    }
  },
  JPEG_20("JPEG 20") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(picture, 20);
    }
  },
  TWO_ROUNDS("JPEG 75, 0.8, JPEG 65") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(scaled(jpeg(picture, 75), .8), 65);
    }
  },
  BLURRED("blur 1, brightness and contrast that burn nothing, JPEG 75") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      double contrast = random.nextDouble(.75, 1);
      double brightness = random.nextDouble(0, 255 * (1 - contrast));
      return jpeg(levelled(blurred(picture), contrast, brightness), 75);
    }
  },
  TILTED("turned by up to 3 degrees, JPEG 75") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(turned(picture, random.nextDouble(-3, 3)), 75);
    }
  },
  TURNED("turned by any angle, JPEG 75") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(turned(picture, random.nextDouble(0, 360)), 75);
    }
  },
  MIRRORED("mirror image, JPEG 75") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(mirrored(picture), 75);
    }
  },
  MIRRORED_AND_TURNED("mirror image turned by any angle, JPEG 75") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(turned(mirrored(picture), random.nextDouble(0, 360)), 75);
    }
  },
  BURNT("levels that burn bright paper to white, JPEG 75") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      return jpeg(levelled(picture, 1.2, 0), 75);
    }
  },
  QUARTER("a quarter of it, JPEG 75") {
    @Override
    public BufferedImage of(BufferedImage picture, RandomGenerator random) {
      int width = picture.getWidth() / 2;
      int height = picture.getHeight() / 2;
      int left = random.nextInt(picture.getWidth() - width + 1);
      int top = random.nextInt(picture.getHeight() - height + 1);
      return jpeg(cut(picture, left, top, width, height), 75);
    }
  };

  private static final int CHAT = 1080;

  private final String words;

  Handling(String words) {
    this.words = words;
  }

  /** What was done, in English. */
  public String words() {
    return words;
  }

  /** The picture afterwards, of the type {@code INT_RGB}. */
  public abstract BufferedImage of(BufferedImage picture, RandomGenerator random);

  /** The picture after JPEG of this quality, 1 to 100. */
  public static BufferedImage jpeg(BufferedImage picture, int quality) {
    try {
      byte[] bytes = PictureGenerator.jpeg(picture, quality / 100f);
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
      return drawn(read, read.getWidth(), read.getHeight(), new AffineTransform());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage longSide(BufferedImage picture, int side) {
    double longer = Math.max(picture.getWidth(), picture.getHeight());
    return longer <= side ? picture : scaled(picture, side / longer);
  }

  /** Resized as a careful program does it: by halves as far as that goes, the rest bicubic. */
  static BufferedImage scaled(BufferedImage picture, double scale) {
    BufferedImage from = picture;
    double left = scale;
    while (left < .5) {
      from = scaled(from, .5);
      left *= 2;
    }
    int width = Math.max(1, (int) Math.round(from.getWidth() * left));
    int height = Math.max(1, (int) Math.round(from.getHeight() * left));
    AffineTransform sizes =
        AffineTransform.getScaleInstance(
            (double) width / from.getWidth(), (double) height / from.getHeight());
    return drawn(from, width, height, sizes);
  }

  private static BufferedImage cut(BufferedImage picture, int[] off) {
    int width = picture.getWidth() - off[0] - off[2];
    int height = picture.getHeight() - off[1] - off[3];
    return cut(picture, off[0], off[1], width, height);
  }

  private static BufferedImage cut(
      BufferedImage picture, int left, int top, int width, int height) {
    return drawn(picture, width, height, AffineTransform.getTranslateInstance(-left, -top));
  }

  private static BufferedImage pasted(BufferedImage picture, RandomGenerator random) {
    BufferedImage screen = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = screen.createGraphics();
    graphics.setColor(new Color(236, 238, 241));
    graphics.fillRect(0, 0, 1920, 1080);
    graphics.setColor(new Color(44, 62, 92));
    graphics.fillRect(0, 0, 1920, 48);
    graphics.setColor(new Color(70, 70, 70));
    for (int y = 80; y < 1060; y += 26) {
      graphics.drawString("message " + random.nextInt(1_000_000), 24, y);
    }
    double fits = Math.min(1, Math.min(1500.0 / picture.getWidth(), 960.0 / picture.getHeight()));
    BufferedImage shown = scaled(picture, fits * random.nextDouble(.75, 1));
    int left = random.nextInt(200, Math.max(201, 1900 - shown.getWidth()));
    int top = random.nextInt(60, Math.max(61, 1070 - shown.getHeight()));
    graphics.drawImage(shown, left, top, null);
    graphics.dispose();
    return screen;
  }

  private static BufferedImage mirrored(BufferedImage picture) {
    AffineTransform flip = AffineTransform.getTranslateInstance(picture.getWidth(), 0);
    flip.scale(-1, 1);
    return drawn(picture, picture.getWidth(), picture.getHeight(), flip);
  }

  /** All of it is kept; what it does not cover is grey. */
  private static BufferedImage turned(BufferedImage picture, double degrees) {
    double angle = Math.toRadians(degrees);
    double sine = Math.abs(Math.sin(angle));
    double cosine = Math.abs(Math.cos(angle));
    int width = (int) Math.ceil(picture.getWidth() * cosine + picture.getHeight() * sine);
    int height = (int) Math.ceil(picture.getWidth() * sine + picture.getHeight() * cosine);
    AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    turn.rotate(angle);
    turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    return drawn(picture, width, height, turn);
  }

  private static BufferedImage drawn(
      BufferedImage picture, int width, int height, AffineTransform where) {
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(picture, where, null);
    graphics.dispose();
    return out;
  }

  /** A Gaussian with a deviation of one pixel. */
  private static BufferedImage blurred(BufferedImage picture) {
    float[] weights = {.0044f, .054f, .242f, .3992f, .242f, .054f, .0044f};
    ConvolveOp across =
        new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
    ConvolveOp down =
        new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
    return down.filter(across.filter(picture, null), null);
  }

  private static BufferedImage levelled(BufferedImage picture, double times, double plus) {
    BufferedImage out =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        out.setRGB(
            x,
            y,
            level(rgb >> 16 & 255, times, plus) << 16
                | level(rgb >> 8 & 255, times, plus) << 8
                | level(rgb & 255, times, plus));
      }
    }
    return out;
  }

  private static int level(int value, double times, double plus) {
    return (int) Math.min(255, Math.max(0, Math.round(times * value + plus)));
  }
}
