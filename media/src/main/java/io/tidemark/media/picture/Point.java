package io.tidemark.media.picture;

/**
 * A place in a picture, in pixels from its upper left corner.
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {}
