package io.tidemark.formats.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** The parts of a mail: its headings and texts as one page each, its attachments as files. */
final class MailParts {
  private static final int MOST_ATTACHED = 64 << 20;

  private final Sink sink;
  private int page;

  private MailParts(Sink sink) {
    this.sink = sink;
  }

  static void read(Path file, Sink sink) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
    try (InputStream in = Files.newInputStream(file)) {
      Message mail = builder.parseMessage(in);
      try {
        new MailParts(sink).mail(mail);
      } finally {
        mail.dispose();
      }
    }
  }

  private void mail(Message mail) throws IOException {
    StringBuilder headings = new StringBuilder();
    for (String name : new String[] {"From", "To", "Cc", "Bcc", "Reply-To", "Subject"}) {
      for (Field field : mail.getHeader().getFields(name)) {
        headings
            .append(name)
            .append(": ")
            .append(
                org.apache.james.mime4j.codec.DecoderUtil.decodeEncodedWords(
                    field.getBody(), StandardCharsets.UTF_8))
            .append('\n');
      }
    }
    page(headings.toString());
    part(mail);
  }

  private void part(Entity part) throws IOException {
    Body body = part.getBody();
    if (body instanceof Multipart parts) {
      for (Entity inner : parts.getBodyParts()) {
        part(inner);
      }
    } else if (body instanceof Message inner) {
      attached(part, "message.eml", bytes(inner));
    } else if (body instanceof TextBody text && part.getFilename() == null) {
      String words = text(text);
      page("text/html".equals(part.getMimeType()) ? WebPage.text(words) : words);
    } else if (body instanceof TextBody text) {
      attached(part, "attachment", read(text.getInputStream()));
    } else if (body instanceof BinaryBody binary) {
      attached(part, "attachment", read(binary.getInputStream()));
    }
  }

  private static String text(TextBody body) throws IOException {
    String name = body.getMimeCharset();
    Charset charset = StandardCharsets.UTF_8;
    try {
      charset = name == null ? charset : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      charset = Charset.forName("GB18030");
    }
    boolean chinese = charset.name().startsWith("GB");
    return new String(read(body.getInputStream()), chinese ? Charset.forName("GB18030") : charset);
  }

  private static byte[] bytes(Message inner) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DefaultMessageWriter().writeMessage(inner, bytes);
    return bytes.toByteArray();
  }

  private static byte[] read(InputStream in) throws IOException {
    try (in) {
      return in.readNBytes(MOST_ATTACHED);
    }
  }

  private void attached(Entity part, String otherwise, byte[] bytes) throws IOException {
    String name = part.getFilename();
    String shown =
        name == null
            ? otherwise
            : org.apache.james.mime4j.codec.DecoderUtil.decodeEncodedWords(
                name, StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      sink.put(new Frame.Attached(shown, bytes));
    }
  }

  private void page(String text) throws IOException {
    if (!text.isBlank()) {
      sink.put(new Frame.Page(++page, text));
    }
  }
}
