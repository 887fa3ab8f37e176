package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.time.Instant;

/** Whatever a trunk sends is an invitation, or is none. */
final class MessageFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void bytesBecomeACallOrNothing(FuzzedDataProvider data) {
    byte[] bytes = data.consumeRemainingAsBytes();
    try {
      SIPMessage message = new StringMsgParser().parseSIPMessage(bytes, true, false, null);
      if (message instanceof SIPRequest request
          && request.getFrom() != null
          && request.getCallId() != null
          && new Invitation(request).refused("127.0.0.1:5060") == 0) {
        new Invitation(request)
            .call(Instant.EPOCH)
            .ifPresent(call -> assertThat(call.id().length()).isLessThanOrEqualTo(255));
        new SessionText("127.0.0.1").of(request);
      }
    } catch (ParseException e) {
      // said as it should be
    }
  }
}
