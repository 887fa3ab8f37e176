package io.tidemark.server.screen;

import io.tidemark.authorise.ScreenTerms;
import io.tidemark.media.mark.ScreenMarker;

/**
 * The stylesheet that lays the viewer's pictures over a page. It follows the reader's light or dark
 * theme, or the page's {@code data-theme}; it lies over the page's whole length; nothing of it can
 * be clicked or selected, and it is printed too. A page whose script opens a dialog in the top
 * layer shows that above it.
 */
public final class ScreenStyle {
  /** Where the stylesheet is. */
  public static final String PATH = "/screen.css";

  /** Where the mark over light pages is. */
  public static final String LIGHT = "/screen/light.png";

  /** Where the mark over dark pages is. */
  public static final String DARK = "/screen/dark.png";

  /** Where the viewer's line is. */
  public static final String LINE = "/screen/line.svg";

  private static final String OVER =
      "content: \"\"; position: absolute; inset: 0; pointer-events: none;"
          + " print-color-adjust: exact; ";

  private ScreenStyle() {}

  /** The stylesheet under these terms. */
  public static String of(ScreenTerms terms) {
    return (terms.mark() ? mark() : "") + (terms.line() ? line() : "");
  }

  private static String mark() {
    String size = ScreenMarker.SIDE + "px " + ScreenMarker.SIDE + "px";
    return """
        :root { position: relative; min-height: 100vh; }
        :root::after { %1$s z-index: 2147483647; background: url("%2$s") 0 0 / %4$s; }
        @media (prefers-color-scheme: dark) {
          :root:not([data-theme="light"])::after { background-image: url("%3$s"); }
        }
        :root[data-theme="dark"]::after { background-image: url("%3$s"); }
        """
        .formatted(OVER, LIGHT, DARK, size);
  }

  private static String line() {
    return ":root { position: relative; min-height: 100vh; }\n:root::before { %s z-index: 2147483646; background: url(\"%s\"); }\n"
        .formatted(OVER, LINE);
  }
}
