package io.tidemark.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.scan.Pictures;
import io.tidemark.formats.scan.Shown;
import io.tidemark.server.http.Halt;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OnePictureTest {
  private static final Path PICTURE = Path.of("a.jpg");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int CALLERS = 8;

  /** A picture that shows nothing. */
  private record Nothing() implements Shown {
    @Override
    public Optional<Words> left() {
      return Optional.empty();
    }

    @Override
    public Optional<Shown> followed(Shown next) {
      return Optional.empty();
    }

    @Override
    public Seen seen() {
      return new Seen(PersonalText.of(""), List.of(), List.of());
    }
  }

  private static Shown read(Pictures pictures) {
    try {
      return pictures.read(PICTURE);
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoWaitsTooLongIsSentAwayWithATimeToComeAgain() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Pictures slow =
        picture -> {
          begun.countDown();
          await(end);
          return new Nothing();
        };
    OnePicture one = new OnePicture(slow, Duration.ofMillis(1));
    CompletableFuture<Shown> first = CompletableFuture.supplyAsync(() -> read(one));
    begun.await();
    assertThatThrownBy(() -> read(one))
        .isInstanceOfSatisfying(
            Halt.class,
            halt -> {
              assertThat(halt.problem().status()).isEqualTo(503);
              assertThat(halt.problem().rule()).isEqualTo("too-many-pictures");
              assertThat(halt.waiting()).contains(Duration.ofSeconds(10));
            });
    end.countDown();
    assertThat(first.join()).isEqualTo(new Nothing());
    assertThat(read(one)).isEqualTo(new Nothing());
  }

  @Test
  void oneIsReadAtATimeAndAFaultFreesThePlace() {
    AtomicInteger within = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Pictures counted =
        picture -> {
          most.accumulateAndGet(within.incrementAndGet(), Math::max);
          Thread.yield();
          within.decrementAndGet();
          throw Unreadable.file(picture, new Words("坏", "bad"));
        };
    OnePicture one = new OnePicture(counted, LONG);
    CompletableFuture<?>[] all = new CompletableFuture<?>[CALLERS];
    for (int i = 0; i < CALLERS; i++) {
      all[i] =
          CompletableFuture.runAsync(
              () -> assertThatThrownBy(() -> one.read(PICTURE)).isInstanceOf(Unreadable.class));
    }
    CompletableFuture.allOf(all).join();
    assertThat(most).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
