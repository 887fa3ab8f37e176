package io.tidemark.telephone;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, such as {@code 10.1.2.0/28} or {@code 10.1.2.3}. No name is ever asked
 * of a name server.
 *
 * @param first an address of the range
 * @param bits how many first bits all of its addresses share
 */
public record Network(InetAddress first, int bits) {
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Checks the number of bits. */
  public Network {
    if (bits < 0 || bits > width(first)) {
      throw new IllegalArgumentException("an address has not so many bits");
    }
  }

  /**
   * Reads an address or a range.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Network of(String text) {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    return new Network(
        address, slash < 0 ? width(address) : Integer.parseInt(text.substring(slash + 1)));
  }

  /**
   * Reads an IP address.
   *
   * @throws IllegalArgumentException when it is none, or a name
   */
  static InetAddress address(String text) {
    try {
      if (LITERAL.matcher(text).matches()) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      // told below
    }
    throw new IllegalArgumentException("an IP address is expected");
  }

  private static int width(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  /** Whether an address lies in it. */
  public boolean contains(InetAddress address) {
    int width = width(first);
    return width(address) == width
        && number(address).xor(number(first)).shiftRight(width - bits).signum() == 0;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }
}
