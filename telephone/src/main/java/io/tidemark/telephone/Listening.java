package io.tidemark.telephone;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where calls come in, and where answers to calls go out from.
 *
 * @param transport how messages are carried
 * @param host an address of this machine; no wildcard, since it is written into messages
 * @param port the port
 */
public record Listening(Transport transport, InetAddress host, int port) {
  private static final Pattern FORM =
      Pattern.compile("([a-zA-Z]+):\\[?([^\\]]+?)\\]?:([0-9]{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  /** Refuses a wildcard, and a port that is none. */
  public Listening {
    if (host.isAnyLocalAddress() || port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("an address of this machine and a port are expected");
    }
  }

  /**
   * Reads {@code udp:10.1.2.9:5060}.
   *
   * @throws IllegalArgumentException when it is not written so
   */
  public static Listening of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("transport, address and port are expected");
    }
    return new Listening(
        Transport.of(form.group(1)),
        Network.address(form.group(2)),
        Integer.parseInt(form.group(3)));
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return transport.word() + ":" + written(host) + ":" + port;
  }

  static String written(InetAddress host) {
    String plain = host.getHostAddress();
    return plain.contains(":") ? "[" + plain + "]" : plain;
  }
}
