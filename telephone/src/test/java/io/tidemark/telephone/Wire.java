package io.tidemark.telephone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who speaks SIP by hand, message by message: over UDP, or over a line that is given. */
final class Wire implements AutoCloseable {
  static final String SDP =
      """
      v=0
      o=alice 2890844526 2890844526 IN IP4 127.0.0.1
      s=A call
      c=IN IP4 127.0.0.1
      t=0 0
      m=audio 49170 RTP/AVP 8 101
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      """;

  private static final AtomicLong CALLS = new AtomicLong(System.nanoTime());
  private static final int ROOM = 65_535;

  /** What messages go over. */
  interface Line extends AutoCloseable {
    int port();

    void send(byte[] message) throws IOException;

    /** The next message within so many milliseconds; nothing where none comes. */
    Optional<String> hear(int millis) throws IOException;

    @Override
    void close() throws IOException;
  }

  private final Line line;
  private final String transport;
  private final int to;
  private final Set<String> heard = new HashSet<>();

  /** Somebody on this address who speaks to a port of 127.0.0.1; port 0 for a free one. */
  Wire(String address, int port, int to) throws IOException {
    this(new Datagrams(address, port, to), Transport.UDP, to);
  }

  /** Somebody on this line, at whose other end this port is. */
  Wire(Line line, Transport transport, int to) {
    this.line = line;
    this.transport = transport.name();
    this.to = to;
  }

  /** Datagrams to a port of 127.0.0.1. */
  private static final class Datagrams implements Line {
    private final DatagramSocket socket;
    private final int to;

    Datagrams(String address, int port, int to) throws IOException {
      this.socket = new DatagramSocket(new InetSocketAddress(Network.address(address), port));
      this.to = to;
      socket.setReceiveBufferSize(1 << 20);
    }

    @Override
    public int port() {
      return socket.getLocalPort();
    }

    @Override
    public void send(byte[] bytes) throws IOException {
      socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), to));
    }

    @Override
    public Optional<String> hear(int millis) throws IOException {
      socket.setSoTimeout(millis);
      DatagramPacket packet = new DatagramPacket(new byte[ROOM], ROOM);
      try {
        socket.receive(packet);
        return Optional.of(
            new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
      } catch (SocketTimeoutException e) {
        return Optional.empty();
      }
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  int port() {
    return line.port();
  }

  private String contact() {
    return transport.equals("UDP") ? "" : ";transport=" + transport.toLowerCase(Locale.ROOT);
  }

  void send(String message) throws IOException {
    byte[] bytes = lines(message).getBytes(StandardCharsets.UTF_8);
    send(bytes);
  }

  void send(byte[] bytes) throws IOException {
    line.send(bytes);
  }

  private static String lines(String message) {
    return message.replace("\r\n", "\n").replace("\n", "\r\n");
  }

  /** The next message within so many milliseconds; nothing where none comes. */
  Optional<String> hear(int millis) throws IOException {
    return line.hear(millis);
  }

  /**
   * The next message that begins so. Provisional answers and what was heard before may come
   * between; anything else is a fault.
   */
  String expect(String begin) throws IOException {
    while (true) {
      String message =
          hear(10_000).orElseThrow(() -> new AssertionError("nothing comes, not " + begin));
      if (!heard.add(message)) {
        continue; // sent again
      }
      if (message.startsWith(begin)) {
        return message;
      }
      if (!message.startsWith("SIP/2.0 1")) {
        throw new AssertionError("not " + begin + " but " + message);
      }
    }
  }

  /** An invitation as a caller sends it. */
  String invite(String called, String call, String... more) {
    String headers = List.of(more).stream().map(one -> one + "\n").collect(Collectors.joining());
    String body = lines(SDP);
    return """
    INVITE sip:%s@127.0.0.1:%d SIP/2.0
    Via: SIP/2.0/%s 127.0.0.1:%d;branch=z9hG4bK%s
    Max-Forwards: 70
    From: "Caller" <sip:13800000001@127.0.0.1>;tag=caller-%s
    To: <sip:%s@127.0.0.1>
    Call-ID: %s
    CSeq: 1 INVITE
    Contact: <sip:13800000001@127.0.0.1:%d%s>
    %sContent-Type: application/sdp
    Content-Length: %d

    %s"""
        .formatted(
            called,
            to,
            transport,
            port(),
            call,
            call,
            called,
            call,
            port(),
            contact(),
            headers,
            body.length(),
            body);
  }

  /** A request of a call that was answered or is cancelled, from the caller's side. */
  String follow(String method, int sequence, String answer, String branch) {
    String call = header(answer, "Call-ID");
    return """
    %s sip:127.0.0.1:%d SIP/2.0
    Via: SIP/2.0/%s 127.0.0.1:%d;branch=%s
    Max-Forwards: 70
    From: %s
    To: %s
    Call-ID: %s
    CSeq: %d %s
    Content-Length: 0

    """
        .formatted(
            method,
            to,
            transport,
            port(),
            branch,
            header(answer, "From"),
            header(answer, "To"),
            call,
            sequence,
            method);
  }

  /** An answer to a request, with a tag and these further headers. */
  String answer(String request, String status, String tag, String body, String... more) {
    String headers = List.of(more).stream().map(one -> one + "\n").collect(Collectors.joining());
    String to = header(request, "To");
    String text = lines(body);
    String vias =
        request.lines().filter(line -> line.startsWith("Via:")).collect(Collectors.joining("\n"));
    return """
    SIP/2.0 %s
    %s
    From: %s
    To: %s
    Call-ID: %s
    CSeq: %s
    Contact: <sip:%s@127.0.0.1:%d%s>
    %s%sContent-Length: %d

    %s"""
        .formatted(
            status,
            vias,
            header(request, "From"),
            to.contains("tag=") || tag.isEmpty() ? to : to + ";tag=" + tag,
            header(request, "Call-ID"),
            header(request, "CSeq"),
            Numbered.PERSON,
            port(),
            contact(),
            headers,
            text.isEmpty() ? "" : "Content-Type: application/sdp\n",
            text.length(),
            text);
  }

  static String header(String message, String name) {
    Matcher found = Pattern.compile("(?im)^" + name + ": *(.*?)\\s*$").matcher(message);
    if (!found.find()) {
      throw new AssertionError("no " + name + " in " + message);
    }
    return found.group(1);
  }

  /** A name for a new call. */
  static String call() {
    return "c" + CALLS.incrementAndGet();
  }

  @Override
  public void close() {
    try {
      line.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
