package io.tidemark.telephone;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the operator takes calls to people, such as {@code sip:10.1.2.3:5060;transport=tcp}.
 *
 * @param host its address
 * @param port its port
 * @param transport how messages get there
 */
public record Route(InetAddress host, int port, Transport transport) {
  private static final Pattern FORM =
      Pattern.compile("sip:\\[?([0-9a-fA-F.:]+?)\\]?(?::([0-9]{1,5}))?(?:;transport=([a-zA-Z]+))?");
  private static final int SIP_PORT = 5060;
  private static final int TLS_PORT = 5061;

  /**
   * Reads a route; without a transport it is UDP, without a port the transport's usual one.
   *
   * @throws IllegalArgumentException when it is not written so
   */
  public static Route of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("a route is sip:ADDRESS:PORT;transport=udp|tcp|tls");
    }
    Transport transport = form.group(3) == null ? Transport.UDP : Transport.of(form.group(3));
    int usual = transport == Transport.TLS ? TLS_PORT : SIP_PORT;
    return new Route(
        Network.address(form.group(1)),
        form.group(2) == null ? usual : Integer.parseInt(form.group(2)),
        transport);
  }

  /** A number at this route, as a URI (RFC 3261, 19.1.6). */
  String uri(String digits) {
    return "sip:"
        + digits
        + "@"
        + Listening.written(host)
        + ":"
        + port
        + ";transport="
        + transport.word()
        + ";user=phone";
  }
}
