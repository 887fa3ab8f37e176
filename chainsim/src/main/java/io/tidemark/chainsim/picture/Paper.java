package io.tidemark.chainsim.picture;

import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * A drawn picture and what truly stands in it.
 *
 * @param kind what it shows
 * @param image as it was drawn
 * @param truth the values by their label on the paper
 */
public record Paper(Kind kind, BufferedImage image, Map<String, String> truth) {
  /** What a picture shows. */
  public enum Kind {
    VEHICLE_LICENCE,
    DRIVING_LICENCE,
    IDENTITY_CARD,
    POLICY,
    CHAT,
    SYSTEM
  }
}
