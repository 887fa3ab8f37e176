package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls, message by message, with both sides spoken by hand. */
final class CallTest {
  private static final String BRANCH = "z9hG4bKfollow";
  private static final int QUIET = 700; // longer than the first repetition of a message (T1)

  private Exchange exchange;
  private Wire caller;
  private Wire person;

  @BeforeEach
  void connect() throws Exception {
    exchange = Exchange.usual();
    caller = new Wire("127.0.0.1", 0, exchange.port);
    person = new Wire("127.0.0.1", exchange.routePort, exchange.port);
  }

  @AfterEach
  void disconnect() {
    caller.close();
    person.close();
    exchange.close();
  }

  /** The answer that the caller has acknowledged. */
  private String talk(String ringing) throws Exception {
    person.send(person.answer(ringing, "200 OK", "p", Wire.SDP));
    String answered = caller.expect("SIP/2.0 200");
    caller.send(
        caller.follow("ACK", 1, answered, BRANCH + "-ack-" + Wire.header(answered, "Call-ID")));
    person.expect("ACK");
    return answered;
  }

  private String ring(String call) throws Exception {
    caller.send(caller.invite(Numbered.ALIAS, call));
    caller.expect("SIP/2.0 100");
    return person.expect("INVITE sip:" + Numbered.PERSON);
  }

  @Test
  void aCallIsPutThroughTalkedAndEndedByTheCaller() throws Exception {
    String ringing = ring(Wire.call());
    person.send(person.answer(ringing, "180 Ringing", "p", ""));
    caller.expect("SIP/2.0 180");
    String answered = talk(ringing);
    assertThat(exchange.telephone().open()).isEqualTo(1);
    caller.send(caller.follow("BYE", 2, answered, BRANCH + 2));
    caller.expect("SIP/2.0 200");
    person.send(person.answer(person.expect("BYE"), "200 OK", "p", ""));
    assertThat(exchange.telephone().open()).isZero();
    assertThat(exchange.watch.of(Outcome.FORWARDED)).isEqualTo(1);
  }

  @Test
  void thePersonHangsUp() throws Exception {
    String ringing = ring(Wire.call());
    talk(ringing);
    String bye =
        """
        BYE sip:127.0.0.1:%d SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%d;branch=%s
        Max-Forwards: 70
        From: %s;tag=p
        To: %s
        Call-ID: %s
        CSeq: 7 BYE
        Content-Length: 0

        """
            .formatted(
                exchange.port,
                person.port(),
                BRANCH + 7,
                Wire.header(ringing, "To"),
                Wire.header(ringing, "From"),
                Wire.header(ringing, "Call-ID"));
    person.send(bye);
    person.expect("SIP/2.0 200");
    caller.send(caller.answer(caller.expect("BYE"), "200 OK", "", ""));
    assertThat(exchange.telephone().open()).isZero();
  }

  @Test
  void aRepeatedInvitationIsOneCallAndIsAnsweredAsBefore() throws Exception {
    String call = Wire.call();
    String invite = caller.invite(Numbered.ALIAS, call);
    caller.send(invite);
    caller.expect("SIP/2.0 100");
    String ringing = person.expect("INVITE");
    caller.send(invite);
    caller.send(invite);
    assertThat(caller.hear(2_000).orElseThrow()).startsWith("SIP/2.0 100");
    person.send(person.answer(ringing, "486 Busy Here", "p", ""));
    String busy = caller.expect("SIP/2.0 486");
    person.expect("ACK");
    caller.send(invite);
    String again = caller.hear(5_000).orElseThrow();
    assertThat(again.startsWith("SIP/2.0 100") ? caller.hear(5_000).orElseThrow() : again)
        .isEqualTo(busy);
    caller.send(caller.follow("ACK", 1, busy, "z9hG4bK" + call));
    assertThat(exchange.switchboard.asked).hasSize(1);
    assertThat(exchange.watch.of(Outcome.FORWARDED)).isEqualTo(1);
    assertThat(person.hear(QUIET)).isEmpty();
  }

  @Test
  void aCallerWhoHangsUpBeforeTheAnswerStopsTheRinging() throws Exception {
    String call = Wire.call();
    String ringing = ring(call);
    person.send(person.answer(ringing, "180 Ringing", "p", ""));
    String heard = caller.expect("SIP/2.0 180").replaceAll("(?m)^(To:[^;\r]*);tag=[^\r\n]*", "$1");
    caller.send(caller.follow("CANCEL", 1, heard, "z9hG4bK" + call));
    caller.expect("SIP/2.0 200");
    caller.expect("SIP/2.0 487");
    String cancel = person.expect("CANCEL");
    person.send(person.answer(cancel, "200 OK", "p", ""));
    person.send(person.answer(ringing, "487 Request Terminated", "p", ""));
    person.expect("ACK");
    assertThat(exchange.telephone().open()).isZero();
  }

  @Test
  void whoeverRingsOnlyAfterTheCallerHasHungUpIsToldThen() throws Exception {
    String call = Wire.call();
    String ringing = ring(call);
    caller.send(caller.follow("CANCEL", 1, caller.invite(Numbered.ALIAS, call), "z9hG4bK" + call));
    caller.expect("SIP/2.0 200");
    caller.expect("SIP/2.0 487");
    person.send(person.answer(ringing, "180 Ringing", "p", ""));
    person.expect("CANCEL");
  }

  @Test
  void whoeverAnswersWhenTheCallerHasJustHungUpIsHungUpOn() throws Exception {
    String call = Wire.call();
    String ringing = ring(call);
    String trying = caller.invite(Numbered.ALIAS, call);
    caller.send(caller.follow("CANCEL", 1, trying, "z9hG4bK" + call));
    caller.expect("SIP/2.0 200");
    caller.expect("SIP/2.0 487");
    person.send(person.answer(ringing, "200 OK", "p", Wire.SDP));
    person.expect("ACK");
    person.expect("BYE");
  }

  @Test
  void oneOfSeveralTelephonesIsTalkedToAndTheOthersAreHungUpOn() throws Exception {
    String ringing = ring(Wire.call());
    person.send(person.answer(ringing, "180 Ringing", "first", ""));
    person.send(person.answer(ringing, "180 Ringing", "second", ""));
    caller.expect("SIP/2.0 180");
    person.send(person.answer(ringing, "200 OK", "second", Wire.SDP));
    String answered = caller.expect("SIP/2.0 200");
    caller.send(caller.follow("ACK", 1, answered, BRANCH + 1));
    assertThat(person.expect("ACK")).contains("tag=second");
    person.send(person.answer(ringing, "200 OK", "first", Wire.SDP));
    assertThat(person.expect("ACK")).contains("tag=first");
    assertThat(person.expect("BYE")).contains("tag=first");
    assertThat(exchange.telephone().open()).isEqualTo(1);
  }

  @Test
  void aCallIsHeldByANewDescriptionThatTheOtherSideHears() throws Exception {
    String ringing = ring(Wire.call());
    String answered = talk(ringing);
    String held = Wire.SDP + "a=sendonly\n";
    String body = held.replace("\n", "\r\n");
    caller.send(
        caller
            .follow("INVITE", 2, answered, BRANCH + "hold")
            .replace(
                "Content-Length: 0\n\n",
                "Contact: <sip:127.0.0.1:"
                    + caller.port()
                    + ">\nContent-Type: application/sdp\nContent-Length: "
                    + body.length()
                    + "\n\n"
                    + held));
    String again = person.expect("INVITE");
    assertThat(again).contains("a=sendonly").doesNotContain("13800000001");
    person.send(
        person.answer(again, "200 OK", "p", Wire.SDP.replace("8 101", "8") + "a=recvonly\n"));
    String taken = caller.expect("SIP/2.0 200");
    assertThat(taken).contains("a=recvonly").doesNotContain(Numbered.PERSON);
    caller.send(caller.follow("ACK", 2, taken, BRANCH + "hold-ack"));
    assertThat(person.expect("ACK")).contains("CSeq: 2 ACK");
  }

  @Test
  void aKeyThatIsPressedIsHeardOnTheOtherSide() throws Exception {
    String answered = talk(ring(Wire.call()));
    String keys = "Signal=5\r\nDuration=160\r\n";
    caller.send(
        caller
            .follow("INFO", 2, answered, BRANCH + "info")
            .replace(
                "Content-Length: 0\n\n",
                "Content-Type: application/dtmf-relay\nContent-Length: "
                    + keys.length()
                    + "\n\n"
                    + keys));
    String info = person.expect("INFO");
    assertThat(info).contains("Signal=5");
    person.send(person.answer(info, "200 OK", "p", ""));
    caller.expect("SIP/2.0 200");
  }

  @Test
  void anAnswerOfACallThatNobodyKnowsAnyMoreIsA481() throws Exception {
    String ringing = ring(Wire.call());
    String answered = talk(ringing);
    exchange.restart();
    caller.send(caller.follow("BYE", 2, answered, BRANCH + 2));
    caller.expect("SIP/2.0 481");
    String again = ring(Wire.call());
    person.send(person.answer(again, "486 Busy Here", "p", ""));
    caller.expect("SIP/2.0 486");
  }

  @Test
  void whatIsBeingSetUpIsFinishedBeforeTheEndAndNothingElseIsTaken() throws Exception {
    String ringing = ring(Wire.call());
    Thread end = new Thread(exchange.telephone()::close);
    end.start();
    while (exchange.telephone().hears()) {
      Thread.onSpinWait();
    }
    try (Wire other = new Wire("127.0.0.1", 0, exchange.port)) {
      other.send(other.invite(Numbered.ALIAS, Wire.call()));
      assertThat(other.expect("SIP/2.0 503")).contains("Retry-After: ");
      other.send(other.invite("monitor", Wire.call()).replace("INVITE", "OPTIONS"));
      other.expect("SIP/2.0 503");
    }
    person.send(person.answer(ringing, "200 OK", "p", Wire.SDP));
    caller.expect("SIP/2.0 200");
    end.join(5_000);
    assertThat(end.isAlive()).isFalse();
  }

  @Test
  void aTelephoneThatRingsTooLongIsStopped() throws Exception {
    exchange.close();
    var limits = TelephoneSettings.Limits.USUAL;
    var impatient =
        new TelephoneSettings.Limits(
            limits.calls(),
            limits.datagrams(),
            limits.waiting(),
            limits.open(),
            Duration.ofSeconds(3),
            limits.talking());
    try (Exchange quick = Exchange.bridging(Transport.UDP, impatient);
        Wire one = new Wire("127.0.0.1", 0, quick.port);
        Wire other = new Wire("127.0.0.1", quick.routePort, quick.port)) {
      one.send(one.invite(Numbered.ALIAS, Wire.call()));
      String ringing = other.expect("INVITE");
      other.send(other.answer(ringing, "180 Ringing", "p", ""));
      one.expect("SIP/2.0 480");
      other.expect("CANCEL");
    }
  }
}
