package io.tidemark.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Callers who write HTTP by hand: what no library would send. */
final class Wire {
  private Wire() {}

  /** All that came back until the server closed the connection. */
  record Answer(String text) {
    int status() {
      return Integer.parseInt(text.substring(9, 12));
    }

    String body() {
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** How many answers it was. */
    int count() {
      return text.split("HTTP/1\\.1 ", -1).length - 1;
    }

    /** Whether there is such a header, in lower case. */
    boolean has(String header) {
      return text.toLowerCase(Locale.ROOT).contains("\r\n" + header + ":");
    }
  }

  /** Sends these lines and the end of the headers; the connection is to close. */
  static Answer say(URI to, String lines) throws Exception {
    return say(HttpClients.trustingAnybody(), to, lines);
  }

  /** The same, with a certificate of one's own. */
  static Answer say(SSLContext tls, URI to, String lines) throws Exception {
    return send(tls, to, lines + "Connection: close\r\n\r\n");
  }

  /** Sends exactly this. */
  static Answer send(SSLContext tls, URI to, String bytes) throws Exception {
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(to.getHost(), to.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      StringBuilder text = new StringBuilder();
      byte[] part = new byte[8 << 10];
      try {
        for (int read = socket.getInputStream().read(part);
            read >= 0;
            read = socket.getInputStream().read(part)) {
          text.append(new String(part, 0, read, StandardCharsets.UTF_8));
        }
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        return new Answer(text.toString()); // closed without a farewell
      }
      return new Answer(text.toString());
    }
  }
}
