package io.tidemark.server.rotation;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.keys.Rotating;
import io.tidemark.server.http.Faults;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.home.Home;
import io.tidemark.vault.Rotation;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Rotations of the data key in the background: begun by a request, gone on with by whichever node
 * finds that nobody is at it. The end of the server cuts one off between two batches. Thread-safe.
 */
@Component
public class DataRotation implements DisposableBean {
  private static final long LONGEST_BATCH_SECONDS = 10;

  private final Home home;
  private final Rules rules;
  private final Faults faults;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "tidemark-rotation");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean ending;
  private OptionalLong stoodAt = OptionalLong.empty();

  /** Rotates the data key of this home. */
  public DataRotation(Home home, Rules rules, Faults faults) {
    this.home = home;
    this.rules = rules;
    this.faults = faults;
  }

  /** Begins a rotation, or joins the one that runs; the caller has asked whether the actor may. */
  public Rotation.Progress begin(Actor actor) {
    Rotation.Progress begun = rotating().begin(actor);
    worker.execute(() -> goOn(actor));
    return begun;
  }

  /**
   * Goes on with a rotation that has not moved since the last call. Called now and then, by one
   * thread.
   */
  public void takeUp() {
    OptionalLong standsAt =
        home.rotation()
            .running()
            .map(at -> OptionalLong.of(at.done()))
            .orElse(OptionalLong.empty());
    if (standsAt.isPresent() && standsAt.equals(stoodAt)) {
      worker.execute(() -> goOn(Actor.operator()));
    }
    stoodAt = standsAt;
  }

  private Rotating rotating() {
    return new Rotating(rules.inForce().register(), home.keys(), home.vault(), home.rotation());
  }

  private void goOn(Actor actor) {
    try {
      rotating().goOn(actor, this::unlessEnding);
    } catch (Overtaken | CancellationException e) {
      // another node ended it, or one of them goes on with it
    } catch (RuntimeException e) {
      faults.tell(UUID.randomUUID(), e);
    }
  }

  private void unlessEnding(Rotation.Progress at) {
    if (ending) {
      throw new CancellationException("at " + at.done() + " of " + at.total());
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    ending = true;
    worker.shutdown();
    worker.awaitTermination(LONGEST_BATCH_SECONDS, TimeUnit.SECONDS);
  }
}
