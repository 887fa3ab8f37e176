package io.tidemark.telephone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions of sound (SDP, RFC 8866) as one side of a call is given them: where sound goes and
 * how it is coded, line by line of what is known to be needed. Names, telephone numbers, addresses
 * of people, titles, programs and sources' names (o, s, i, u, e, p, a=tool, a=ssrc and all others)
 * stay behind. Not thread-safe: one for each side of a call, which numbers its descriptions.
 */
final class SessionText {
  /** Without anything that a person or a program names. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "rtpmap",
          "fmtp",
          "ptime",
          "maxptime",
          "sendrecv",
          "sendonly",
          "recvonly",
          "inactive",
          "rtcp",
          "rtcp-mux",
          "crypto",
          "fingerprint",
          "setup");

  private static final Pattern CONNECTION = Pattern.compile("c=IN IP[46] [0-9A-Fa-f.:]{2,45}");
  private static final Pattern MEDIUM =
      Pattern.compile("m=[a-z]{1,16} [0-9]{1,5} [A-Za-z/]{3,20}( [0-9]{1,3}){1,32}");
  private static final Pattern BANDWIDTH = Pattern.compile("b=[A-Z]{2,4}:[0-9]{1,9}");
  private static final Pattern ATTRIBUTE = Pattern.compile("a=([a-z-]+)(:[ -~]{1,200})?");

  private final String host;
  private final long id = ThreadLocalRandom.current().nextLong(1L << 32);
  private long version;
  private String last = "";

  /**
   * For one side of a call.
   *
   * @param host our own address, as the origin of what it is given
   */
  SessionText(String host) {
    this.host = host;
  }

  static boolean isSession(@Nullable ContentTypeHeader type) {
    return type != null
        && "application".equalsIgnoreCase(type.getContentType())
        && "sdp".equalsIgnoreCase(type.getContentSubType());
  }

  static boolean absent(Message message) {
    byte[] content = message.getRawContent();
    return content == null || content.length == 0;
  }

  /**
   * What the side is given of this message's description; nothing where it has none that is good.
   */
  Optional<byte[]> of(Message message) {
    if (absent(message)
        || !isSession((ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME))) {
      return Optional.empty();
    }
    return of(new String(message.getRawContent(), StandardCharsets.UTF_8))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of a text. */
  Optional<String> of(String given) {
    List<String> kept = new ArrayList<>();
    boolean media = false;
    for (String line : given.split("\r\n|\n", -1)) {
      if ((line.startsWith("m=") && !MEDIUM.matcher(line).matches())
          || (line.startsWith("c=") && !CONNECTION.matcher(line).matches())) {
        return Optional.empty();
      }
      media |= line.startsWith("m=");
      if (isKept(line)) {
        kept.add(line);
      }
    }
    return media ? Optional.of(written(kept)) : Optional.empty();
  }

  private static boolean isKept(String line) {
    if (line.startsWith("a=")) {
      var attribute = ATTRIBUTE.matcher(line);
      return attribute.matches()
          && ATTRIBUTES.contains(attribute.group(1).toLowerCase(Locale.ROOT));
    }
    return line.startsWith("m=") || line.startsWith("c=") || BANDWIDTH.matcher(line).matches();
  }

  /** Before the first medium come connection, bandwidth, time, attributes: in that order. */
  private String written(List<String> kept) {
    int media = 0;
    while (!kept.get(media).startsWith("m=")) {
      media++;
    }
    List<String> lines = new ArrayList<>();
    List<String> head = kept.subList(0, media);
    head.stream().filter(line -> line.startsWith("c=")).limit(1).forEach(lines::add);
    head.stream().filter(line -> line.startsWith("b=")).forEach(lines::add);
    lines.add("t=0 0");
    head.stream().filter(line -> line.startsWith("a=")).forEach(lines::add);
    lines.addAll(kept.subList(media, kept.size()));
    String body = String.join("\r\n", lines) + "\r\n";
    if (!body.equals(last)) {
      version++;
      last = body;
    }
    String family = host.contains(":") ? "IP6 " : "IP4 ";
    return "v=0\r\no=- " + id + " " + version + " IN " + family + host + "\r\ns=-\r\n" + body;
  }
}
