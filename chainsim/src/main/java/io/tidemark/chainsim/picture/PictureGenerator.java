package io.tidemark.chainsim.picture;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures of invented papers, each decided by the seed and its number. Immutable, thread-safe.
 * Which typefaces a machine has decides with which it is drawn: the truth stays.
 */
public final class PictureGenerator {
  private static final int ADDRESS = PortfolioGenerator.COLUMNS.indexOf("地址");
  private static final int SHOWN = 15;

  private final long seed;
  private final boolean tuning;
  private final PortfolioGenerator portfolio;

  /**
   * @param seed decides everything
   * @param tuning whether readers may be tuned on them: with one half of the typefaces and the
   *     first layouts; else with the others
   */
  public PictureGenerator(long seed, boolean tuning) {
    this.seed = seed;
    this.tuning = tuning;
    this.portfolio = new PortfolioGenerator(seed, 1_000_000, Untidiness.none());
  }

  /** The {@code number}-th picture of a kind, as drawn. */
  public Paper clean(Paper.Kind kind, long number) {
    Draw draw = Draw.of(seed, "picture " + kind, number);
    Policy policy = policy(number);
    String address = portfolio.row(policy).get(ADDRESS);
    return switch (kind) {
      case VEHICLE_LICENCE -> new Licences(draw, policy, address, tuning).vehicle();
      case DRIVING_LICENCE -> new Licences(draw, policy, address, tuning).driving();
      case IDENTITY_CARD -> new Licences(draw, policy, address, tuning).identity();
      case POLICY ->
          new Pages(draw, policy.owner().name() + address, tuning).policy(policy, address);
      case SYSTEM -> Pages.system(draw, policies(number, SHOWN), tuning);
      case CHAT -> new Paper(kind, chat(number, 3).screens().get(0), java.util.Map.of());
    };
  }

  /** The same as a telephone takes it. */
  public Paper photo(Paper.Kind kind, long number) {
    Paper paper = clean(kind, number);
    Photo photo = new Photo(Draw.of(seed, "photo " + kind, number));
    return new Paper(kind, photo.of(paper.image()), paper.truth());
  }

  /** A conversation about so many policies. */
  public Chat chat(long number, int policies) {
    Draw draw = Draw.of(seed, "chat", number);
    return new Chat(draw, policies(number, policies), tuning);
  }

  private Policy policy(long number) {
    return portfolio.policiesOf(number % portfolio.people()).get(0);
  }

  private List<Policy> policies(long number, int count) {
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      policies.add(policy(number * count + i));
    }
    return policies;
  }

  /** The bytes of a JPEG of quality 60 to 90, by the picture's number. */
  public byte[] jpeg(BufferedImage image, long number) {
    return jpeg(image, Draw.of(seed, "jpeg", number).between(60, 90) / 100f);
  }

  /** The bytes of a JPEG of this quality, from 0 to 1. */
  public static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
