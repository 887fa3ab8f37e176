package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither side of a call sees the other's number, whatever is written where. */
final class WhatLeaksTest {
  /** Each header in which telephone systems write who is called, or was. */
  private static Stream<String> telling(String number) {
    String uri = "<sip:" + number + "@ims.example.cn>";
    return Stream.of(
        "P-Asserted-Identity: \"" + number + "\" " + uri,
        "P-Preferred-Identity: " + uri,
        "Remote-Party-ID: " + uri + ";party=called;privacy=off",
        "History-Info: " + uri + ";index=1",
        "Diversion: " + uri + ";reason=unconditional",
        "P-Called-Party-ID: " + uri,
        "P-Associated-URI: " + uri,
        "Reply-To: " + uri,
        "Call-Info: <http://127.0.0.1/" + number + ">;purpose=icon",
        "Alert-Info: <http://127.0.0.1/" + number + ">",
        "Error-Info: " + uri,
        "Warning: 399 ims.example.cn \"" + number + "\"",
        "Reason: Q.850;cause=16;text=\"" + number + "\"",
        "Subject: " + number,
        "Organization: " + number,
        "User-Agent: phone of " + number,
        "Server: phone of " + number,
        "Geolocation: " + uri,
        "P-Access-Network-Info: 3GPP-E-UTRAN;utran-cell-id-3gpp=" + number,
        "X-Real-Number: " + number);
  }

  private static String described(String number) {
    return """
    v=0
    o=%1$s 1 %1$s IN IP4 127.0.0.1
    s=%1$s
    i=%1$s
    u=http://127.0.0.1/%1$s
    e=%1$s@example.cn
    p=+86 %1$s
    c=IN IP4 127.0.0.1
    t=0 0
    a=tool:%1$s
    m=audio 49170 RTP/AVP 8
    i=%1$s
    a=rtpmap:8 PCMA/8000
    a=ssrc:1 cname:%1$s@phone
    a=label:%1$s
    a=X-nat:%1$s
    """
        .formatted(number);
  }

  private static String[] headers(String number) {
    return telling(number).toArray(String[]::new);
  }

  @Test
  void theCallerSeesNothingOfThePersonInAWholeCall() throws Exception {
    try (Exchange exchange = Exchange.usual();
        Wire caller = new Wire("127.0.0.1", 0, exchange.port);
        Wire person = new Wire("127.0.0.1", exchange.routePort, exchange.port)) {
      List<String> seen = new ArrayList<>();
      String[] headers = headers(Numbered.PERSON);
      caller.send(caller.invite(Numbered.ALIAS, Wire.call()));
      String ringing = person.expect("INVITE");
      person.send(
          person.answer(
              ringing, "183 " + Numbered.PERSON, "p", described(Numbered.PERSON), headers));
      seen.add(caller.expect("SIP/2.0 183"));
      person.send(
          person.answer(
              ringing, "200 " + Numbered.PERSON, "p", described(Numbered.PERSON), headers));
      String answered = caller.expect("SIP/2.0 200");
      seen.add(answered);
      caller.send(caller.follow("ACK", 1, answered, "z9hG4bKack"));
      person.expect("ACK");
      person.send(bye(person, ringing, exchange.port, headers));
      seen.add(caller.expect("BYE"));
      assertThat(seen).allSatisfy(one -> assertThat(one).doesNotContain(Numbered.PERSON));
      assertThat(answered).contains("m=audio 49170").contains("s=-\r\n").contains("o=- ");
    }
  }

  private static String bye(Wire person, String ringing, int to, String... headers) {
    return """
    BYE sip:127.0.0.1:%d SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bKbye
    Max-Forwards: 70
    From: %s;tag=p
    To: %s
    Call-ID: %s
    CSeq: 7 BYE
    %s
    Content-Length: 0

    """
        .formatted(
            to,
            person.port(),
            Wire.header(ringing, "To"),
            Wire.header(ringing, "From"),
            Wire.header(ringing, "Call-ID"),
            String.join("\n", headers));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 380, 401, 404, 407, 410, 484, 486, 488, 503, 600, 603, 604, 606})
  void aRefusalSaysNothingOfThePersonEither(int status) throws Exception {
    try (Exchange exchange = Exchange.usual();
        Wire caller = new Wire("127.0.0.1", 0, exchange.port);
        Wire person = new Wire("127.0.0.1", exchange.routePort, exchange.port)) {
      caller.send(caller.invite(Numbered.ALIAS, Wire.call()));
      String ringing = person.expect("INVITE");
      person.send(
          person.answer(
              ringing, status + " " + Numbered.PERSON, "p", "", headers(Numbered.PERSON)));
      caller.expect("SIP/2.0 100");
      String heard = caller.hear(5_000).orElseThrow();
      assertThat(heard).doesNotContain(Numbered.PERSON).doesNotContain("Contact:");
      int said = Integer.parseInt(heard.substring(8, 11));
      assertThat(said).isIn(480, 486, 488, 500, 603);
      assertThat(said == 480 || said == 500 || said == status || status >= 600).isTrue();
    }
  }

  @Test
  void thePersonSeesTheAliasAndNothingOfTheCaller() throws Exception {
    String number = "13800000001";
    try (Exchange exchange = Exchange.usual();
        Wire caller = new Wire("127.0.0.1", 0, exchange.port);
        Wire person = new Wire("127.0.0.1", exchange.routePort, exchange.port)) {
      String[] headers = headers(number);
      caller.send(
          caller.invite(Numbered.ALIAS, Wire.call(), headers).replace("o=alice", "o=" + number));
      String ringing = person.expect("INVITE");
      assertThat(ringing)
          .doesNotContain(number)
          .contains("From: <sip:" + Numbered.ALIAS + "@127.0.0.1;user=phone>")
          .contains("P-Asserted-Identity: <sip:" + Numbered.ALIAS + "@127.0.0.1;user=phone>")
          .contains("Max-Forwards: 69")
          .contains("m=audio 49170 RTP/AVP 8 101");
      assertThat(Wire.header(ringing, "Call-ID"))
          .isNotEqualTo(exchange.switchboard.asked.element().id());
    }
  }
}
