package io.tidemark.formats.document;

import io.tidemark.formats.text.EncodingDetector;
import io.tidemark.formats.text.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of a web page, what is hidden on it included, a line for each block. Stateless. */
final class WebPage {
  private static final int HEAD = 4096;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final Set<String> CELLS = Set.of("td", "th", "option");

  private WebPage() {}

  /** The page's characters, by what it says of itself, else by its bytes. */
  static String decoded(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    TextEncoding told = EncodingDetector.detect(file);
    if (told.mark().length > 0 || told.name().startsWith("UTF_16")) {
      return new String(
          bytes, told.mark().length, bytes.length - told.mark().length, told.charset());
    }
    String head =
        new String(
            bytes, 0, Math.min(HEAD, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
    Matcher named = CHARSET.matcher(head);
    return new String(bytes, named.find() ? charset(named.group(1), told) : told.charset());
  }

  private static Charset charset(String name, TextEncoding told) {
    boolean chinese = name.toLowerCase(java.util.Locale.ROOT).startsWith("gb");
    try {
      return chinese ? TextEncoding.GB18030.charset() : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return told.charset();
    }
  }

  static String text(String html) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.text());
            } else if (node instanceof Element element && element.normalName().equals("br")) {
              text.append('\n');
            } else if (node instanceof Element element && element.isBlock()) {
              line(text);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && CELLS.contains(element.normalName())) {
              text.append('\t');
            } else if (node instanceof Element element && element.isBlock()) {
              line(text);
            }
          }
        },
        Jsoup.parse(html));
    return text.toString();
  }

  private static void line(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
