package io.tidemark.server.webhook;

import io.tidemark.formats.notice.SignedNotice;
import io.tidemark.terms.NoticeId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * One sending of one document: TLS with a name that is verified, no proxy, no redirect, no second
 * try by itself, and an end. Nothing of the answer is read but its status. Thread-safe.
 */
final class WebhookPost {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;

  private final SSLSocketFactory tls;
  private final Reachable reachable;
  private final Duration longest;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "tidemark-webhook-ends");
            thread.setDaemon(true);
            return thread;
          });

  /** Sends to these addresses alone; {@code longest} is for all of one sending. */
  WebhookPost(SSLSocketFactory tls, Reachable reachable, Duration longest) {
    this.tls = tls;
    this.reachable = reachable;
    this.longest = longest;
  }

  /** Sends; nothing when it was taken, else what was wrong, in a word for operators. */
  Optional<String> post(URI url, NoticeId id, String document) {
    GuardedSockets sockets = new GuardedSockets(tls, reachable);
    Future<?> end = watch.schedule(sockets::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      int status = status(url, sockets, id, document.getBytes(StandardCharsets.US_ASCII));
      return status >= 200 && status < 300 ? Optional.empty() : Optional.of("status-" + status);
    } catch (GuardedSockets.NotAllowed e) {
      return Optional.of("address-not-allowed");
    } catch (IOException e) {
      return Optional.of(problem(e, sockets.isCut()));
    } finally {
      end.cancel(false);
      sockets.cut();
    }
  }

  private static String problem(IOException e, boolean cutOff) {
    if (cutOff || e instanceof SocketTimeoutException) {
      return "timeout";
    }
    return e instanceof SSLException ? "tls" : "no-answer";
  }

  private static int status(URI url, GuardedSockets sockets, NoticeId id, byte[] body)
      throws IOException {
    HttpsURLConnection connection = (HttpsURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
    connection.setSSLSocketFactory(sockets);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    connection.setRequestProperty("Content-Type", SignedNotice.MEDIA_TYPE);
    connection.setRequestProperty("Idempotency-Key", id.text());
    connection.setRequestProperty("User-Agent", "Tidemark");
    connection.setRequestProperty("Accept", "*/*");
    connection.setRequestProperty("Connection", "close");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  /** Ends its thread. */
  void close() {
    watch.shutdownNow();
  }
}
