package io.tidemark.formats.table;

import io.tidemark.formats.Magic;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.text.TextEncoding;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is by its first bytes; what is neither text nor workbook is refused by its name. */
enum Content {
  /** An archive, perhaps a workbook. */
  ZIP,
  /** Text, as far as its first bytes tell. */
  TEXT;

  private static final int HEAD = 1 << 16;
  private static final double CONTROLS_AT_MOST = 0.05;

  static Content of(Path file) throws IOException, Unreadable {
    if (Files.isDirectory(file)) {
      throw Unreadable.file(file, new Words("这是文件夹，不是文件", "it is a folder, not a file"));
    }
    if (!Files.exists(file)) {
      throw Unreadable.file(file, new Words("文件不存在", "there is no such file"));
    }
    if (!Files.isRegularFile(file)) {
      throw Unreadable.file(
          file, new Words("这不是普通文件", "it is no regular file: it cannot be read twice"));
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(8);
    }
    if (head.length == 0) {
      throw Unreadable.file(file, new Words("文件是空的", "the file is empty"));
    }
    if (Magic.begins(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      throw Unreadable.file(file, compoundFile(file));
    }
    if (Magic.begins(head, '%', 'P', 'D', 'F')) {
      throw Unreadable.file(file, new Words("这是 PDF，不是表格或文本", "it is a PDF, no table or text"));
    }
    return Magic.begins(head, 'P', 'K', 3, 4) || Magic.begins(head, 'P', 'K', 5, 6) ? ZIP : TEXT;
  }

  static void refuseBinary(Path file, TextEncoding encoding) throws IOException, Unreadable {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(encoding.mark().length);
      head = in.readNBytes(HEAD);
    }
    String text = new String(head, encoding.charset());
    long strange = text.chars().filter(Content::strange).count();
    if (strange > CONTROLS_AT_MOST * text.length()) {
      throw Unreadable.file(
          file, new Words("这是二进制内容，不是表格或文本", "it is binary content, no table or text"));
    }
  }

  private static boolean strange(int c) {
    return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
  }

  /**
   * An OLE2 compound file: a workbook with a password keeps its content in a stream named
   * EncryptedPackage (MS-OFFCRYPTO), and its directory says so; all else is an old Office file.
   */
  private static Words compoundFile(Path file) throws IOException {
    ByteBuffer header = at(file, 0, 512);
    if (header.remaining() == 512) {
      int sector = 1 << Math.min(16, header.getShort(30) & 0xFF);
      long directory = ((header.getInt(48) & 0xFFFFFFFFL) + 1) * sector;
      ByteBuffer names = at(file, directory, 4096);
      String text = StandardCharsets.UTF_16LE.decode(names).toString();
      if (text.contains("EncryptedPackage")) {
        return new Words(
            "工作簿有密码保护，请去掉密码后再试", "the workbook is protected by a password: save it without one");
      }
    }
    return new Words(
        "这是旧版 .xls 等格式，请另存为 .xlsx 或 CSV", "an old .xls or the like: save it as .xlsx or CSV");
  }

  private static ByteBuffer at(Path file, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file)) {
      int count = 0;
      while (buffer.hasRemaining() && count >= 0) {
        count = channel.read(buffer, position + buffer.position());
      }
    }
    return buffer.flip();
  }
}
