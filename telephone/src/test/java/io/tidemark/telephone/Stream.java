package io.tidemark.telephone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * SIP over a connection: a message ends where its Content-Length says (RFC 3261, 18.3).
 *
 * @param port where whoever holds this end listens
 */
record Stream(Socket socket, int port) implements Wire.Line {
  private static final String END = "\r\n\r\n";

  @Override
  public void send(byte[] message) throws IOException {
    socket.getOutputStream().write(message);
    socket.getOutputStream().flush();
  }

  @Override
  public Optional<String> hear(int millis) throws IOException {
    socket.setSoTimeout(millis);
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith(END)) {
      int next;
      try {
        next = in.read();
      } catch (SocketTimeoutException e) {
        return Optional.empty();
      }
      if (next < 0) {
        throw new IOException("the other end has closed the connection");
      }
      if (head.size() > 0 || next > ' ') { // a keep-alive is an empty line
        head.write(next);
      }
    }
    String text = head.toString(StandardCharsets.UTF_8);
    int length = Integer.parseInt(Wire.header(text, "Content-Length"));
    return Optional.of(text + new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
