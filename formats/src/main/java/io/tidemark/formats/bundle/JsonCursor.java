package io.tidemark.formats.bundle;

import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads JSON whose names stand in one fixed order, so that an unknown, missing, repeated or moved
 * name is always the same fault: another name was expected. Errors never quote the text.
 */
final class JsonCursor {
  private final JsonParser parser;
  private final Deque<String> path = new ArrayDeque<>();
  private @Nullable JsonToken token;

  private JsonCursor(JsonParser parser) {
    this.parser = parser;
  }

  /** Something that begins at the current token and ends before the next one. */
  @FunctionalInterface
  interface Part<T> {
    T read(JsonCursor json) throws BadJson;
  }

  /** Reads one whole document. */
  static <T> T read(byte[] bytes, Part<T> document) throws BadJson {
    try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      return new JsonCursor(parser).whole(document);
    }
  }

  private <T> T whole(Part<T> document) throws BadJson {
    try {
      advance();
      T value = document.read(this);
      if (token != null) {
        throw expected("文件结尾", "the end of the file");
      }
      return value;
    } catch (JacksonException e) {
      throw expected("符合限制的 JSON", "JSON within the stated limits");
    }
  }

  /** The object that begins here. */
  <T> T object(Part<T> part) throws BadJson {
    take(JsonToken.START_OBJECT, "对象", "an object");
    T value = part.read(this);
    take(JsonToken.END_OBJECT, "对象结尾，不得有多余的键", "the end of the object and no further name");
    return value;
  }

  /** The value under the name that must come next. */
  <T> T at(String name, Part<T> part) throws BadJson {
    path.addLast(name);
    if (token != JsonToken.PROPERTY_NAME || !name.equals(parser.currentName())) {
      throw expected("键 " + name, "the name " + name);
    }
    advance();
    T value = part.read(this);
    path.removeLast();
    return value;
  }

  /** The list under {@code name}. */
  <T> List<T> list(String name, Part<T> element) throws BadJson {
    return at(name, json -> json.elements(element));
  }

  private <T> List<T> elements(Part<T> element) throws BadJson {
    take(JsonToken.START_ARRAY, "列表", "a list");
    List<T> elements = new ArrayList<>();
    while (token != JsonToken.END_ARRAY) {
      path.addLast(Integer.toString(elements.size()));
      elements.add(element.read(this));
      path.removeLast();
    }
    advance();
    return elements;
  }

  /** The one element of the list that begins here. */
  <T> T only(Part<T> element) throws BadJson {
    List<T> elements = elements(element);
    if (elements.size() != 1) {
      throw expected("只有一项的列表", "a list of one");
    }
    return elements.get(0);
  }

  byte[] base64() throws BadJson {
    try {
      return Base64.getDecoder().decode(text());
    } catch (IllegalArgumentException e) {
      throw expected("base64 文本", "base64");
    }
  }

  /** Whether the object has a further name. */
  boolean more() {
    return token == JsonToken.PROPERTY_NAME;
  }

  /** The next name, whichever it is, and past it. */
  String name() throws BadJson {
    String name = nextName();
    advance();
    return name;
  }

  /** The next name, whichever it is. */
  String nextName() throws BadJson {
    if (!more()) {
      throw expected("键", "a name");
    }
    return parser.currentName();
  }

  String text() throws BadJson {
    if (token != JsonToken.VALUE_STRING) {
      throw expected("文本", "a text");
    }
    String text = parser.getString();
    advance();
    return text;
  }

  String text(String name) throws BadJson {
    return at(name, JsonCursor::text);
  }

  /** The text that must stand under {@code name}. */
  void exactly(String name, String text) throws BadJson {
    at(
        name,
        json -> {
          if (!json.text().equals(text)) {
            throw json.expected(text, text);
          }
          return text;
        });
  }

  Optional<String> textOrNull(String name) throws BadJson {
    return at(name, JsonCursor::textOrNull);
  }

  Optional<String> textOrNull() throws BadJson {
    if (token == JsonToken.VALUE_NULL) {
      advance();
      return Optional.empty();
    }
    return Optional.of(text());
  }

  byte[] hex(String name, int length) throws BadJson {
    return at(name, json -> json.hex(length));
  }

  private byte[] hex(int length) throws BadJson {
    String text = text();
    try {
      if (text.length() == 2 * length) {
        return HexFormat.of().parseHex(text);
      }
    } catch (IllegalArgumentException e) {
      throw bytes(length);
    }
    throw bytes(length);
  }

  private BadJson bytes(int length) {
    return expected(length + " 字节的十六进制文本", length + " bytes in hexadecimal");
  }

  Digest digest() throws BadJson {
    return Digest.of(hex(Digest.SIZE));
  }

  Digest digest(String name) throws BadJson {
    return at(name, JsonCursor::digest);
  }

  /** A digest, or nothing where the text is empty. */
  Optional<Digest> digestIfAny(String name) throws BadJson {
    return at(name, JsonCursor::digestIfAny);
  }

  private Optional<Digest> digestIfAny() throws BadJson {
    if (token == JsonToken.VALUE_STRING && parser.getString().isEmpty()) {
      advance();
      return Optional.empty();
    }
    return Optional.of(digest());
  }

  long whole() throws BadJson {
    return whole(0, Long.MAX_VALUE);
  }

  /** A whole number of either sign. */
  int integer() throws BadJson {
    return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private long whole(long least, long most) throws BadJson {
    long number = token == JsonToken.VALUE_NUMBER_INT ? number(least) : least - 1;
    if (number < least || number > most) {
      throw expected(
          "从 " + least + " 到 " + most + " 的整数", "an integer from " + least + " to " + most);
    }
    advance();
    return number;
  }

  private long number(long least) {
    try {
      return parser.getLongValue();
    } catch (JacksonException beyondLong) {
      return least - 1;
    }
  }

  long whole(String name, long least) throws BadJson {
    return at(name, json -> json.whole(least, Long.MAX_VALUE));
  }

  int small(String name, int least) throws BadJson {
    return Math.toIntExact(at(name, json -> json.whole(least, Integer.MAX_VALUE)));
  }

  /** A number with a fraction, or one of the two infinities as text. */
  double real(String name) throws BadJson {
    return at(name, JsonCursor::real);
  }

  private double real() throws BadJson {
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      double number = parser.getDoubleValue();
      advance();
      return number;
    }
    if (token == JsonToken.VALUE_STRING) {
      String text = text();
      if (text.equals("Infinity") || text.equals("-Infinity")) {
        return Double.parseDouble(text);
      }
    }
    throw expected("小数", "a number with a fraction");
  }

  boolean flag(String name) throws BadJson {
    return at(name, JsonCursor::flag);
  }

  private boolean flag() throws BadJson {
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw expected("true 或 false", "true or false");
    }
    boolean flag = token == JsonToken.VALUE_TRUE;
    advance();
    return flag;
  }

  private void take(JsonToken wanted, String zh, String en) throws BadJson {
    if (token != wanted) {
      throw expected(zh, en);
    }
    advance();
  }

  private void advance() {
    token = parser.nextToken();
  }

  BadJson expected(String zh, String en) {
    String pointer = path.isEmpty() ? "" : "/" + String.join("/", path);
    return new BadJson(pointer, new Words(zh, en));
  }
}
