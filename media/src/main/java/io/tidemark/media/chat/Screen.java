package io.tidemark.media.chat;

import io.tidemark.media.ocr.TextLine;
import java.util.List;

/**
 * A screenshot.
 *
 * @param width in pixels
 * @param height in pixels
 * @param lines in the order of reading
 */
public record Screen(int width, int height, List<TextLine> lines) {}
