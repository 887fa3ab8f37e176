package io.tidemark.server.webhook;

import io.tidemark.custody.owner.Notifying;
import io.tidemark.formats.notice.NoticeKey;
import io.tidemark.formats.notice.SignedNotice;
import io.tidemark.rights.notice.Notice;
import io.tidemark.server.ServerSettings;
import io.tidemark.server.WebhookSettings;
import io.tidemark.server.partner.NoticeFigures;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.tls.Trusted;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.NoticeTables;
import io.tidemark.store.register.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends notices to partners' webhooks, the oldest first, one party after the other. A party whose
 * webhook fails waits for its next turn, the others do not wait for it. What was sent and not
 * recorded is sent again: a receiver knows it by its id. Thread-safe.
 */
@Component
public class WebhookSender implements DisposableBean {
  /** The most notices of one turn, so that every party has one. */
  private static final int OF_A_TURN = 50;

  /** A sending takes less, and a turn lasts longer. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Home home;
  private final Rules rules;
  private final NoticeTables notices;
  private final Webhooks webhooks;
  private final SignedNotice form;
  private final NoticeFigures figures;
  private final Clock clock;
  private final WebhookPost post;

  /** Sends as the settings say. */
  public WebhookSender(
      Home home, Rules rules, ServerSettings settings, NoticeFigures figures, Clock clock)
      throws IOException {
    this.home = home;
    this.rules = rules;
    this.notices = home.notices();
    this.webhooks = home.webhooks();
    this.form = new SignedNotice(home.origin(), NoticeKey.of(home.keys()));
    this.figures = figures;
    this.clock = clock;
    WebhookSettings own = settings.more().webhooks();
    SSLSocketFactory tls =
        own.authority().isPresent()
            ? Trusted.by(own.authority().get())
            : HttpsURLConnection.getDefaultSSLSocketFactory();
    this.post = new WebhookPost(tls, new Reachable(own.networks()), LONGEST);
  }

  private Notifying notifying() {
    return new Notifying(rules.inForce().register(), home.keys(), form);
  }

  /** Sends what waits, as far as it is taken. */
  public void send() {
    Optional<Webhooks.Turn> turn = webhooks.take(clock.instant());
    while (turn.isPresent() && !Thread.currentThread().isInterrupted()) {
      send(turn.get());
      turn = webhooks.take(clock.instant());
    }
  }

  private void send(Webhooks.Turn taken) {
    Notifying notifying = notifying();
    URI url = URI.create(notifying.url(taken.party(), taken.url()));
    Webhooks.Turn turn = taken;
    for (int sent = 0; sent < OF_A_TURN && !Thread.currentThread().isInterrupted(); sent++) {
      Optional<Notice> next = notices.unsent(turn.party());
      Optional<Notifying.Document> document = next.flatMap(notifying::document);
      if (document.isEmpty()) {
        break;
      }
      Optional<Webhooks.Turn> renewed = webhooks.renew(turn, clock.instant());
      if (renewed.isEmpty()) {
        return; // somebody else's by now
      }
      turn = renewed.get();
      Optional<String> problem = post.post(url, next.get().id(), document.get().text());
      figures.sent(turn.party(), problem.isEmpty());
      if (problem.isPresent()) {
        webhooks.failed(turn, problem.get(), clock.instant());
        return;
      }
      notifying.delivered(document.get());
    }
    webhooks.done(turn, clock.instant());
  }

  /** Lets go of what notices say whose time is over. */
  public void letGo() {
    Notifying.letGo(notices, home.journal(), clock.instant());
  }

  @Override
  public void destroy() {
    post.close();
  }
}
