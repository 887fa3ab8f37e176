package io.tidemark.server;

import io.tidemark.formats.scan.Pictures;
import io.tidemark.server.partner.PartnerConnector;
import io.tidemark.server.passkey.RelyingParty;
import io.tidemark.server.signin.SystemConnector;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.OwnCertificate;
import io.tidemark.store.home.Home;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * A home over HTTPS, from {@link #start} to {@link #close}. It says nothing by itself: libraries
 * have no log, and faults are told to the settings' listener. Thread-safe.
 */
public final class Server implements AutoCloseable {
  /**
   * Tomcat's own log may hold what a caller sent. Held here, or it would be made anew, and speak.
   */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  /** Speaks of collectors that do not answer, at each attempt. */
  private static final Logger TELEMETRY = Logger.getLogger("io.opentelemetry");

  private final ConfigurableApplicationContext context;
  private final Certificate certificate;
  private final URI url;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  private Server(ConfigurableApplicationContext context, Certificate certificate, URI url) {
    this.context = context;
    this.certificate = certificate;
    this.url = url;
  }

  /**
   * Starts a server on an open home, which its owner closes after the server.
   *
   * @throws IOException when the certificate cannot be read or made
   * @throws CannotServe when a port is taken or the certificate does not fit its key
   */
  public static Server start(Home home, ServerSettings settings) throws IOException, CannotServe {
    return start(home, settings, Optional.empty());
  }

  /**
   * The same, with a reader of pictures, which its owner closes after the server.
   *
   * @param pictures what reads pictures; where there is nobody, they are named and skipped
   * @throws IOException when the certificate cannot be read or made
   * @throws CannotServe when a port is taken or the certificate does not fit its key
   */
  public static Server start(Home home, ServerSettings settings, Optional<Pictures> pictures)
      throws IOException, CannotServe {
    TOMCAT.setLevel(Level.OFF);
    TELEMETRY.setLevel(Level.OFF);
    Certificate certificate =
        settings.certificate().isPresent()
            ? settings.certificate().get()
            : OwnCertificate.in(home.folder().path(), settings.clock());
    certificate.fingerprint();
    SpringApplication application = new SpringApplication(parts(settings));
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    // No listener: none reads settings from the working folder or sets up a log.
    application.setListeners(List.of());
    application.setEnvironment(new Only(ServerProperties.of(settings, certificate)));
    application.addInitializers(
        made -> {
          made.getBeanFactory().registerSingleton("home", home);
          made.getBeanFactory().registerSingleton("serverSettings", settings);
          made.getBeanFactory().registerSingleton("certificate", certificate);
          pictures.ifPresent(one -> made.getBeanFactory().registerSingleton("pictures", one));
        });
    try {
      ConfigurableApplicationContext context = application.run();
      int port =
          Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
              .getPort();
      return new Server(
          context, certificate, URI.create("https://" + written(settings.host()) + ":" + port));
    } catch (RuntimeException e) {
      throw new CannotServe(settings, e);
    }
  }

  private static Class<?>[] parts(ServerSettings settings) {
    return settings.more().traces().isPresent()
        ? new Class<?>[] {ServerConfiguration.class, Traces.class}
        : new Class<?>[] {ServerConfiguration.class};
  }

  private static String written(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Its settings and nothing else: neither the process's environment nor a file. */
  private static final class Only extends StandardServletEnvironment {
    Only(Map<String, Object> properties) {
      getPropertySources().addFirst(new MapPropertySource("server", properties));
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
      // none
    }
  }

  /** Where it answers. */
  public URI url() {
    return url;
  }

  /** Where it answers partners' systems; nothing when it does not. */
  public Optional<URI> partnerUrl() {
    return at(context.getBean(PartnerConnector.class).port());
  }

  /** Where it answers systems that sign in with a certificate; nothing when it does not. */
  public Optional<URI> systemUrl() {
    return at(context.getBean(SystemConnector.class).port());
  }

  private Optional<URI> at(OptionalInt port) {
    return port.isPresent()
        ? Optional.of(URI.create("https://" + url.getHost() + ":" + port.getAsInt()))
        : Optional.empty();
  }

  /** The address by which browsers know it: passkeys are for it. */
  public URI origin() {
    return context.getBean(RelyingParty.class).origin();
  }

  /** Its certificate. */
  public Certificate certificate() {
    return certificate;
  }

  /** Waits until somebody has closed it. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /**
   * Takes no new requests, finishes those that have begun (30 seconds at most), publishes the
   * ledger, ends. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (!closing.getAndSet(true)) {
      try {
        context.close();
      } finally {
        ended.countDown();
      }
    }
  }
}
