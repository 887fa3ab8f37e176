package io.tidemark.server;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.Aliasing;
import io.tidemark.custody.Register;
import io.tidemark.custody.calls.CallForgetting;
import io.tidemark.custody.calls.CallNaming;
import io.tidemark.custody.owner.Publishing;
import io.tidemark.server.http.Faults;
import io.tidemark.server.http.TurnedAway;
import io.tidemark.server.partner.OwnLists;
import io.tidemark.server.rotation.DataRotation;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.webhook.WebhookSender;
import io.tidemark.store.access.BegunSignIns;
import io.tidemark.store.access.FailureSeries;
import io.tidemark.store.access.KeptAnswers;
import io.tidemark.store.access.PasskeyChallenges;
import io.tidemark.store.access.Sessions;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import io.tidemark.store.home.RetentionJob;
import io.tidemark.store.home.Workshops;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * What a server does by itself: publishes the ledger's new entries, twice a second and at its end,
 * records who was turned away, and forgets what has ended, once a minute; publishes where people's
 * histories stand, moves alias numbers that have expired or rested, and lets go of calls to them
 * that are past their time, within the hour; sends notices to partners' webhooks; erases what is
 * past its time, at the hour that the policy names; goes on with a rotation of the data key that
 * nobody is at.
 */
final class Housekeeping implements SmartLifecycle {
  private static final long PUBLISH_MILLIS = 500;
  private static final long SWEEP_SECONDS = 60;
  private static final long SEND_SECONDS = 2;
  private static final long UNFOLD_SECONDS = 5;

  /** So that a root is there at least every hour, also when folding takes some minutes. */
  private static final long HISTORY_MINUTES = 50;

  private static final long FIRST_HISTORY_MINUTES = 5;

  private static final long ALIASES_MINUTES = 60;

  private final Home home;
  private final Sessions sessions;
  private final BegunSignIns begun;
  private final PasskeyChallenges challenges;
  private final FailureSeries series;
  private final KeptAnswers answers;
  private final OwnLists lists;
  private final TurnedAway turnedAway;
  private final Rules rules;
  private final Clock clock;
  private final Faults faults;
  private final ScheduledExecutorService worker = thread("tidemark-housekeeping");
  private final ScheduledExecutorService folder = thread("tidemark-histories");
  private final ScheduledExecutorService messenger = thread("tidemark-notices");
  private final WebhookSender sender;
  private final DataRotation rotation;
  private final ScheduledExecutorService eraser = thread("tidemark-retention");
  private volatile boolean running;

  Housekeeping(
      Home home,
      ServerSettings settings,
      Faults faults,
      OwnLists lists,
      TurnedAway turnedAway,
      Rules rules,
      WebhookSender sender,
      DataRotation rotation) {
    this.home = home;
    this.sessions = home.sessions(settings.idle());
    this.begun = home.begunSignIns();
    this.challenges = home.passkeyChallenges();
    this.series = home.failureSeries();
    this.answers = home.keptAnswers();
    this.lists = lists;
    this.turnedAway = turnedAway;
    this.rules = rules;
    this.sender = sender;
    this.rotation = rotation;
    this.clock = settings.clock();
    this.faults = faults;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void start() {
    running = true;
    worker.scheduleWithFixedDelay(
        () -> safely(this::publish), PUBLISH_MILLIS, PUBLISH_MILLIS, TimeUnit.MILLISECONDS);
    folder.scheduleWithFixedDelay(
        () -> safely(this::history), FIRST_HISTORY_MINUTES, HISTORY_MINUTES, TimeUnit.MINUTES);
    folder.scheduleWithFixedDelay(
        () -> safely(home.disclosures()::unfold), UNFOLD_SECONDS, UNFOLD_SECONDS, TimeUnit.SECONDS);
    folder.scheduleWithFixedDelay(
        () -> safely(this::aliases), 1, ALIASES_MINUTES, TimeUnit.MINUTES);
    folder.scheduleWithFixedDelay(() -> safely(this::calls), 1, ALIASES_MINUTES, TimeUnit.MINUTES);
    messenger.scheduleWithFixedDelay(
        () -> safely(sender::send), SEND_SECONDS, SEND_SECONDS, TimeUnit.SECONDS);
    eraser.scheduleWithFixedDelay(
        () -> safely(this::retention), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    worker.scheduleWithFixedDelay(
        () -> safely(this::sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    worker.scheduleWithFixedDelay(
        () -> safely(() -> turnedAway.record(() -> rules.inForce().register())),
        SWEEP_SECONDS,
        SWEEP_SECONDS,
        TimeUnit.SECONDS);
  }

  /**
   * Folding takes its time, and the ledger's head does not wait for it. Also when nobody was
   * concerned: a root says until when that is so.
   */
  private void history() {
    Publishing publishing = new Publishing(rules.inForce().register(), home.histories());
    if (publishing.histories().current().root().entries() < home.journal().size() - 1) {
      publishing.confirm(Actor.operator());
    }
  }

  /** Batch by batch; an end of the server cuts it off, and the next round goes on. */
  private void aliases() {
    new Aliasing(rules.inForce().register(), Workshops.aliases(home, home.vault()), home.aliases())
        .sweep(Actor.operator());
  }

  /** Names whom a cut-off left unnamed, and lets go of calls that are past their time. */
  private void calls() {
    Register register = rules.inForce().register();
    new CallNaming(home.calls(), register).round();
    new CallForgetting(home.calls(), register).round();
  }

  /**
   * At the hour that the policy names, what is past its time is erased. What somebody erased leaves
   * the files then too; where no hour is named, now.
   */
  private void retention() throws IOException {
    InForce now = rules.inForce();
    RetentionJob job = new RetentionJob(home, now.rights().retaining());
    try {
      if (job.due(clock.instant())) {
        job.run(Actor.operator(), run -> {});
      } else if (now.policy().retention().at().isEmpty()
          && home.embedded().isPresent()
          && home.unshredded()) {
        home.shred();
      }
    } catch (HomeFault e) {
      throw new IOException(e);
    }
  }

  /** A fault is told; the next round tries again. */
  private void safely(Work work) {
    try {
      work.run();
    } catch (IOException | RuntimeException e) {
      faults.tell(UUID.randomUUID(), e);
    }
  }

  /** Something that can fail. */
  private interface Work {
    void run() throws IOException;
  }

  private void publish() throws IOException {
    home.ledger().publish();
  }

  private void sweep() throws IOException {
    Instant now = clock.instant();
    sessions.sweep(now);
    begun.sweep(now);
    challenges.sweep(now);
    series.sweep(now);
    answers.sweep(now);
    home.callReports().sweep(now);
    lists.sweep(now);
    sender.letGo();
    rotation.takeUp();
  }

  /** After the last request: it stops in a later phase than the web server. */
  @Override
  public void stop() {
    worker.shutdownNow();
    folder.shutdownNow();
    messenger.shutdownNow();
    eraser.shutdownNow();
    try {
      worker.awaitTermination(10, TimeUnit.SECONDS);
      folder.awaitTermination(10, TimeUnit.SECONDS);
      messenger.awaitTermination(30, TimeUnit.SECONDS);
      eraser.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    safely(() -> turnedAway.recordAll(() -> rules.inForce().register()));
    safely(this::publish);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
