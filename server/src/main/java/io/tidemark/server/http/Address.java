package io.tidemark.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request comes from. */
public final class Address {
  private static final int NETWORK = 8;

  private Address() {}

  /** The caller's address; of IPv6 the network, because its owner has all addresses in it. */
  public static String of(HttpServletRequest request) {
    InetAddress address = parse(request);
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK)
        : address.getHostAddress();
  }

  /** Whether the request comes from this machine. */
  public static boolean isLoopback(HttpServletRequest request) {
    return parse(request).isLoopbackAddress();
  }

  private static InetAddress parse(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a container gives addresses, not names", e);
    }
  }
}
