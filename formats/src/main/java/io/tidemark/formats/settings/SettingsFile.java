package io.tidemark.formats.settings;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A settings file's name and bytes. Immutable, thread-safe. */
public final class SettingsFile {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 16 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final byte[] bytes;

  private SettingsFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** The file with these bytes, called {@code name} in messages. */
  public static SettingsFile of(String name, byte[] bytes) {
    return new SettingsFile(name, bytes.clone());
  }

  /** The file with this text. */
  public static SettingsFile of(String name, String text) {
    return new SettingsFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The file at {@code path}; reads no more of it than may be used. */
  public static SettingsFile open(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new SettingsFile(path.toString(), in.readNBytes(MOST_BYTES + 1));
    }
  }

  /** The file of this name that comes with the program. */
  static SettingsFile builtIn(String name) {
    try (InputStream in = SettingsFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return of(name + " (built in)", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** SHA-256 of the bytes. */
  public Digest digest() {
    return Digest.sha256(bytes);
  }

  /** The text, without a byte order mark; refused when it is too large or not UTF-8. */
  public String text() throws BadSettings {
    Faults faults = new Faults(name);
    if (bytes.length > MOST_BYTES) {
      faults.add(1, 1, "", "文件超过 16 MiB", "the file is larger than 16 MiB");
      throw faults.refusal();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in)
              .toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      faults.add(lineAt(in.position()), 1, "", "不是 UTF-8 文本", "the text is not UTF-8");
      throw faults.refusal();
    }
  }

  private int lineAt(int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
