package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.telephone.TelephoneSettings.Limits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Too much, from strangers and from the trunk itself. */
final class FloodTest {
  private static final int FLOOD = 20_000;

  /** As over UDP anybody does, sent again until it is answered (RFC 3261, 17.1.2.2). */
  private static boolean answered(Wire caller) throws Exception {
    String options = caller.invite("monitor", Wire.call()).replace("INVITE", "OPTIONS");
    for (int tries = 0; tries < 10; tries++) {
      caller.send(options);
      if (caller.hear(1_000).filter(answer -> answer.startsWith("SIP/2.0 200")).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void strangersHearNothingAndTheTrunkIsAnsweredMeanwhile() throws Exception {
    try (Exchange exchange = Exchange.usual();
        Wire stranger = new Wire("127.0.0.2", 0, exchange.port);
        Wire caller = new Wire("127.0.0.1", 0, exchange.port)) {
      byte[] invite =
          stranger
              .invite(Numbered.LATE, Wire.call())
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < FLOOD; i++) {
        stranger.send(invite);
        if (i % (FLOOD / 10) == 0) {
          assertThat(answered(caller)).isTrue();
        }
      }
      assertThat(stranger.hear(300)).isEmpty();
      assertThat(exchange.switchboard.asked).isEmpty();
      assertThat(exchange.telephone().open()).isZero();
      assertThat(exchange.watch.of(Dropped.STRANGER)).isPositive();
    }
  }

  @Test
  void moreCallsThanAgreedHear503AndNobodyIsAskedAboutThem() throws Exception {
    Limits few = Limits.USUAL.withCalls(5);
    try (Exchange exchange = Exchange.bridging(Transport.UDP, few);
        Wire caller = new Wire("127.0.0.1", 0, exchange.port)) {
      int overloaded = 0;
      for (int i = 0; i < 40; i++) {
        String call = Wire.call();
        caller.send(caller.invite(Numbered.UNKNOWN, call));
        String answer = caller.expect("SIP/2.0 ");
        while (answer.startsWith("SIP/2.0 1")) {
          answer = caller.expect("SIP/2.0 ");
        }
        caller.send(caller.follow("ACK", 1, answer, "z9hG4bK" + call));
        overloaded += answer.startsWith("SIP/2.0 503") ? 1 : 0;
      }
      assertThat(overloaded).isPositive();
      assertThat(exchange.watch.of(Outcome.OVERLOADED)).isEqualTo(overloaded);
      assertThat(exchange.switchboard.asked).hasSize(40 - overloaded);
    }
  }

  @Test
  void whatIsTooLargeOrTooFastIsNotRead() throws Exception {
    Limits few = Limits.USUAL.withCalls(1);
    try (Exchange exchange = Exchange.bridging(Transport.UDP, few);
        Wire caller = new Wire("127.0.0.1", 0, exchange.port)) {
      caller.send(new byte[TrunkStack.LARGEST + 1]);
      for (int i = 0; i < 1_000; i++) {
        caller.send("x".getBytes(StandardCharsets.UTF_8));
      }
      long until = System.nanoTime() + 5_000_000_000L;
      while (exchange.watch.of(Dropped.TOO_FAST) == 0 && System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      assertThat(exchange.watch.of(Dropped.TOO_FAST)).isPositive();
      assertThat(exchange.watch.of(Dropped.TOO_LARGE)).isEqualTo(1);
    }
  }

  @Test
  void memoryStaysBoundedWhileTheTrunkItselfFloods() throws Exception {
    Limits limits =
        new Limits(100_000, 1_000_000, 50, 200, Limits.USUAL.ringing(), Limits.USUAL.talking());
    try (Exchange exchange = Exchange.bridging(Transport.UDP, limits);
        Wire caller = new Wire("127.0.0.1", 0, exchange.port)) {
      for (int i = 0; i < 5_000; i++) {
        caller.send(caller.invite(Numbered.ALIAS, Wire.call()));
      }
      caller.send(caller.invite("monitor", Wire.call()).replace("INVITE", "OPTIONS"));
      assertThat(exchange.telephone().open()).isLessThanOrEqualTo(200 + 4); // four threads
      assertThat(exchange.telephone().waiting()).isLessThanOrEqualTo(50);
    }
  }
}
