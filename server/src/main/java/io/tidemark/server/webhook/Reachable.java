package io.tidemark.server.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Which addresses a webhook may have: public ones, and those of networks that the operator allows.
 * What is not public is taken from IANA's registries of special-purpose addresses (RFC 6890, as of
 * 2026). Immutable, thread-safe.
 */
public final class Reachable {
  private static final List<IpAddressMatcher> PUBLIC_6 = networks("2000::/3");
  private static final List<IpAddressMatcher> SPECIAL =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  private final List<IpAddressMatcher> allowed;

  /**
   * Public addresses and these networks.
   *
   * @throws IllegalArgumentException when one of them is none
   */
  public Reachable(List<String> networks) {
    this.allowed = networks(networks.toArray(String[]::new));
  }

  private static List<IpAddressMatcher> networks(String... networks) {
    return Stream.of(networks).map(IpAddressMatcher::new).toList();
  }

  /** Whether a webhook may be there. */
  public boolean allows(InetAddress address) {
    if (within(allowed, address)) {
      return true;
    }
    boolean global = !(address instanceof Inet6Address) || within(PUBLIC_6, address);
    return global && !within(SPECIAL, address);
  }

  private static boolean within(List<IpAddressMatcher> networks, InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return networks.stream().anyMatch(network -> network.matches(text));
  }
}
