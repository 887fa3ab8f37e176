package io.tidemark.server;

import io.tidemark.server.tls.Certificate;
import io.tidemark.terms.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a server is run.
 *
 * @param host the address that it listens on
 * @param port the port, or 0 for a free one
 * @param certificate the operator's, or nothing for the server's own
 * @param idle a session that was not used for so long has ended
 * @param limits how often a caller may ask
 * @param clock the time
 * @param notes is told of faults, without any value
 * @param partnerPort the port for partners' systems, where there is one
 */
public record ServerSettings(
    String host,
    int port,
    Optional<Certificate> certificate,
    Duration idle,
    Limits limits,
    Clock clock,
    Consumer<Words> notes,
    OptionalInt partnerPort) {
  /** Without a port for partners' systems. */
  public ServerSettings(
      String host,
      int port,
      Optional<Certificate> certificate,
      Duration idle,
      Limits limits,
      Clock clock,
      Consumer<Words> notes) {
    this(host, port, certificate, idle, limits, clock, notes, OptionalInt.empty());
  }

  /** The same with a port for partners' systems, or 0 for a free one. */
  public ServerSettings withPartnerPort(int own) {
    return new ServerSettings(
        host, port, certificate, idle, limits, clock, notes, OptionalInt.of(own));
  }

  /**
   * Requests a second.
   *
   * @param address of one address
   * @param signIn of one address that signs in or opens an account
   * @param person of one signed-in person
   */
  public record Limits(int address, int signIn, int person) {
    /** What fits most. */
    public static final Limits USUAL = new Limits(1_000, 5, 200);
  }

  /** Sessions end after half an hour without use, and limits are the usual ones. */
  public static ServerSettings usual(
      String host, int port, Optional<Certificate> certificate, Consumer<Words> notes) {
    return new ServerSettings(
        host, port, certificate, Duration.ofMinutes(30), Limits.USUAL, Clock.systemUTC(), notes);
  }
}
