package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.telephone.TelephoneSettings.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers hear of what the switchboard says, and what it is told of them. */
final class OutcomesTest {
  private static final String NO_MORE = "z9hG4bKnone";

  private static String answer(Exchange exchange, String called, String... more) throws Exception {
    try (Wire caller = new Wire("127.0.0.1", 0, exchange.port)) {
      String call = Wire.call();
      caller.send(caller.invite(called, call, more));
      String answer = caller.expect("SIP/2.0 ");
      while (answer.startsWith("SIP/2.0 1")) {
        answer = caller.expect("SIP/2.0 ");
      }
      caller.send(caller.follow("ACK", 1, answer, "z9hG4bK" + call));
      return answer;
    }
  }

  @ParameterizedTest
  @CsvSource({
    Numbered.LATE + ", 480, ANNOUNCED",
    Numbered.REJECTED + ", 603, REJECTED",
    Numbered.UNKNOWN + ", 404, UNKNOWN",
    Numbered.BROKEN + ", 500, FAILED",
    Numbered.NOWHERE + ", 500, FAILED",
    "reception, 404, UNKNOWN"
  })
  void eachAnswerOfTheSwitchboardHasItsStatus(String called, int status, Outcome outcome)
      throws Exception {
    try (Exchange exchange = Exchange.usual()) {
      String answer = answer(exchange, called);
      assertThat(answer).startsWith("SIP/2.0 " + status + " ").doesNotContain(Numbered.PERSON);
      assertThat(exchange.watch.of(outcome)).isEqualTo(1);
    }
  }

  @Test
  void theReasonIsHeardWhereTheSwitchboardSaysSoAndNotWhereItTurnsAway() throws Exception {
    try (Exchange exchange = Exchange.usual()) {
      assertThat(answer(exchange, Numbered.LATE))
          .contains("Reason: SIP;cause=480;text=\"outside-hours\"");
      assertThat(answer(exchange, Numbered.REJECTED))
          .contains("Reason: Q.850;cause=21\r\n")
          .doesNotContain("party");
    }
  }

  @Test
  void anAnnouncementOfTheOperatorsIsWhereTheCallerIsSent() throws Exception {
    try (Exchange exchange = Exchange.of(Mode.BRIDGE, Optional.of("sip:closed@127.0.0.1:5070"))) {
      assertThat(answer(exchange, Numbered.LATE))
          .startsWith("SIP/2.0 302 ")
          .contains("Contact: <sip:closed@127.0.0.1:5070>");
    }
  }

  @Test
  void aRedirectionTellsTheTrunkTheNumberAndItsRoute() throws Exception {
    try (Exchange exchange = Exchange.of(Mode.REDIRECT, Optional.empty())) {
      assertThat(answer(exchange, Numbered.ALIAS))
          .startsWith("SIP/2.0 302 ")
          .contains("<sip:" + Numbered.PERSON + "@127.0.0.1:" + exchange.routePort);
      assertThat(exchange.telephone().open()).isZero();
    }
  }

  @Test
  void theNetworksWordOnTheCallerCountsBeforeTheCallersOwnAndPrivacyBeforeBoth() throws Exception {
    try (Exchange exchange = Exchange.usual()) {
      String asserted = "P-Asserted-Identity: <sip:+8613811112222;user=phone@ims.example.cn>";
      answer(exchange, Numbered.LATE, asserted.replace(";user=phone@", "@"));
      answer(exchange, Numbered.LATE, "P-Asserted-Identity: <tel:+86-10-8123-4567>");
      answer(exchange, Numbered.LATE, asserted.replace(";user=phone@", "@"), "Privacy: id");
      answer(exchange, Numbered.LATE, "Privacy: none");
      assertThat(exchange.switchboard.callers()).isEqualTo("13811112222 01081234567 - 13800000001");
    }
  }

  @Test
  void whatCannotBeACallIsTurnedAwayBeforeAnybodyIsAsked() throws Exception {
    try (Exchange exchange = Exchange.usual();
        Wire wire = new Wire("127.0.0.1", 0, exchange.port)) {
      assertThat(answer(exchange, Numbered.ALIAS, "Require: 100rel"))
          .startsWith("SIP/2.0 420 ")
          .contains("Unsupported: 100rel");
      String here = "Via: SIP/2.0/UDP 127.0.0.1:" + exchange.port + ";branch=z9hG4bKours";
      assertThat(answer(exchange, Numbered.ALIAS, here)).startsWith("SIP/2.0 482 ");
      wire.send(wire.invite(Numbered.ALIAS, Wire.call()).replace("Forwards: 70", "Forwards: 0"));
      assertThat(wire.expect("SIP/2.0 483")).contains("Too many hops");
      wire.send(
          wire.invite(Numbered.ALIAS, Wire.call()).replace("application/sdp", "application/isup"));
      wire.expect("SIP/2.0 415");
      wire.send(wire.invite(Numbered.ALIAS, Wire.call()).replace("m=audio", "m=<audio>"));
      wire.expect("SIP/2.0 488");
      assertThat(exchange.switchboard.asked.size()).isLessThanOrEqualTo(1); // the last was asked
    }
  }

  @Test
  void monitoringIsAnsweredAndOtherMethodsAreNot() throws Exception {
    try (Exchange exchange = Exchange.usual();
        Wire wire = new Wire("127.0.0.1", 0, exchange.port)) {
      for (String method : new String[] {"OPTIONS", "REGISTER", "MESSAGE", "SUBSCRIBE", "REFER"}) {
        wire.send(wire.invite("monitor", Wire.call()).replace("INVITE", method));
        String answer = wire.expect("SIP/2.0 ");
        assertThat(answer)
            .startsWith(method.equals("OPTIONS") ? "SIP/2.0 200 " : "SIP/2.0 405 ")
            .contains("Allow: INVITE");
      }
      assertThat(exchange.switchboard.asked).isEmpty();
      wire.send(wire.follow("BYE", 2, wire.invite("x", Wire.call()) + ";tag=x", NO_MORE));
      wire.expect("SIP/2.0 481");
    }
  }
}
