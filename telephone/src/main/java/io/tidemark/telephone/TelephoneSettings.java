package io.tidemark.telephone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * How calls are heard and put through.
 *
 * @param listening where, at most one address for each transport
 * @param trunk the operator's addresses: nobody else is answered
 * @param routes where calls go on, by the name of the alias's line; {@code *} for all others
 * @param mode how they go on
 * @param announcement where callers hear that a call goes nowhere; nothing for a plain refusal
 * @param tls the encryption, needed where TLS is used
 * @param limits how much is taken
 */
public record TelephoneSettings(
    List<Listening> listening,
    List<Network> trunk,
    Map<String, Route> routes,
    Mode mode,
    Optional<String> announcement,
    Optional<Encryption> tls,
    Limits limits) {
  /** The line whose route all others share. */
  public static final String ANY_LINE = "*";

  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("sip:[A-Za-z0-9._~+-]{1,64}@[A-Za-z0-9.\\[\\]:-]{1,255}(;[a-z]+=[a-z0-9]+)?");

  /** How a call goes on. */
  public enum Mode {
    /**
     * Two calls that know nothing of each other, joined here (a back-to-back user agent, RFC 7092):
     * neither side learns the other's number.
     */
    BRIDGE,
    /**
     * The operator is told the person's number and calls it (302): whoever follows redirections
     * knows it, and the person sees the caller's number.
     */
    REDIRECT
  }

  /**
   * TLS with certificates on both sides.
   *
   * @param context our certificate, and the authorities that vouch for the operator's
   * @param protocols as JSSE names them
   * @param suites as JSSE names them, best first
   */
  public record Encryption(SSLContext context, List<String> protocols, List<String> suites) {
    /** Copies the lists. */
    public Encryption {
      protocols = List.copyOf(protocols);
      suites = List.copyOf(suites);
    }
  }

  /**
   * How much is taken.
   *
   * @param calls calls a second from one address
   * @param datagrams datagrams a second from one address
   * @param waiting calls that wait to be decided on
   * @param open calls at one time
   * @param ringing how long a person's telephone rings
   * @param talking how long a call lasts
   */
  public record Limits(
      int calls, int datagrams, int waiting, int open, Duration ringing, Duration talking) {
    /** What fits a trunk of 200 calls a second. */
    public static final Limits USUAL =
        new Limits(200, 5_000, 500, 10_000, Duration.ofMinutes(2), Duration.ofHours(4));

    /** The same with so many calls a second from one address, and datagrams to go with them. */
    public Limits withCalls(int own) {
      return new Limits(own, Math.max(100, own * 25), waiting, open, ringing, talking);
    }
  }

  /** Copies; refuses what does not fit together. */
  public TelephoneSettings {
    listening = List.copyOf(listening);
    trunk = List.copyOf(trunk);
    routes = Map.copyOf(routes);
    if (listening.isEmpty() || trunk.isEmpty() || routes.isEmpty()) {
      throw new IllegalArgumentException("an address, a trunk and a route are needed");
    }
    if (listening.stream().map(Listening::transport).distinct().count() < listening.size()) {
      throw new IllegalArgumentException("each transport has one address");
    }
    for (Route route : routes.values()) {
      if (listening.stream().noneMatch(own -> own.transport() == route.transport())) {
        throw new IllegalArgumentException("a route's transport is listened on as well");
      }
      if (trunk.stream().noneMatch(network -> network.contains(route.host()))) {
        throw new IllegalArgumentException("a route's address is of the trunk");
      }
    }
    if (tls.isEmpty() && listening.stream().anyMatch(own -> own.transport() == Transport.TLS)) {
      throw new IllegalArgumentException("TLS needs certificates");
    }
    if (announcement.filter(uri -> !ANNOUNCEMENT.matcher(uri).matches()).isPresent()) {
      throw new IllegalArgumentException("an announcement is sip:NAME@ADDRESS");
    }
  }

  /** Where calls of a line go on; nothing where no route is named for it. */
  Optional<Route> route(String line) {
    return Optional.ofNullable(routes.getOrDefault(line, routes.get(ANY_LINE)));
  }
}
