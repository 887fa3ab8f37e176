package io.tidemark.server;

import io.tidemark.server.tls.Certificate;
import io.tidemark.telephone.TelephoneSettings;
import io.tidemark.terms.Words;
import java.net.URI;
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
 * @param more what it does beyond serving people on this port
 */
public record ServerSettings(
    String host,
    int port,
    Optional<Certificate> certificate,
    Duration idle,
    Limits limits,
    Clock clock,
    Consumer<Words> notes,
    More more) {
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

  /**
   * What a server does on demand only.
   *
   * @param traces where OpenTelemetry traces are sent (OTLP over HTTP)
   * @param partnerPort the port for partners' systems, or 0 for a free one
   * @param provider where people may sign in instead of here
   * @param origin the address by which browsers know the server, scheme, name and port: passkeys
   *     are for it; nothing for {@code https://localhost} and the port
   * @param systemPort the port for other systems that sign in with a certificate, or 0 for a free
   *     one
   * @param webhooks how partners' webhooks are reached
   * @param telephone how calls to alias numbers are heard
   */
  public record More(
      Optional<URI> traces,
      OptionalInt partnerPort,
      Optional<ProviderSettings> provider,
      Optional<URI> origin,
      OptionalInt systemPort,
      WebhookSettings webhooks,
      Optional<TelephoneSettings> telephone) {
    /** Nothing of it. */
    public static final More NONE =
        new More(
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            WebhookSettings.USUAL,
            Optional.empty());

    /** The same with traces sent there. */
    public More withTraces(URI url) {
      return new More(
          Optional.of(url), partnerPort, provider, origin, systemPort, webhooks, telephone);
    }

    /** The same with a port for partners' systems. */
    public More withPartnerPort(int own) {
      return new More(
          traces, OptionalInt.of(own), provider, origin, systemPort, webhooks, telephone);
    }

    /** The same with this provider. */
    public More withProvider(ProviderSettings own) {
      return new More(
          traces, partnerPort, Optional.of(own), origin, systemPort, webhooks, telephone);
    }

    /** The same with webhooks reached so. */
    public More withWebhooks(WebhookSettings own) {
      return new More(traces, partnerPort, provider, origin, systemPort, own, telephone);
    }

    /** The same with passkeys for this address. */
    public More withOrigin(URI own) {
      return new More(
          traces, partnerPort, provider, Optional.of(own), systemPort, webhooks, telephone);
    }

    /** The same with calls heard so. */
    public More withTelephone(TelephoneSettings own) {
      return new More(
          traces, partnerPort, provider, origin, systemPort, webhooks, Optional.of(own));
    }

    /** The same with a port for other systems that sign in with a certificate. */
    public More withSystemPort(int own) {
      return new More(
          traces, partnerPort, provider, origin, OptionalInt.of(own), webhooks, telephone);
    }
  }

  /** Sessions end after half an hour without use, and limits are the usual ones. */
  public static ServerSettings usual(
      String host, int port, Optional<Certificate> certificate, Consumer<Words> notes) {
    return new ServerSettings(
        host,
        port,
        certificate,
        Duration.ofMinutes(30),
        Limits.USUAL,
        Clock.systemUTC(),
        notes,
        More.NONE);
  }

  /** The same server that does this as well. */
  public ServerSettings with(More wanted) {
    return new ServerSettings(host, port, certificate, idle, limits, clock, notes, wanted);
  }
}
