package io.tidemark.telephone;

import gov.nist.javax.sip.message.SIPRequest;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.terms.Reveal;
import java.net.InetAddress;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.Header;
import javax.sip.header.RequireHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Puts each call to the switchboard, once, and does what it says. Thread-safe. */
final class Switch {
  private static final String TAG = "tidemark";
  private static final int RETRY_SECONDS = 2;

  private final Trunk trunk;
  private final Calls calls;
  private final Doorman doorman;
  private final TelephoneSettings settings;
  private final Switchboard switchboard;
  private final Watch watch;
  private final Clock clock;
  private final Executor deciding;
  private final Executor talking;
  private volatile boolean ending;

  /**
   * A switch.
   *
   * @param deciding where the switchboard is asked; refuses what it has no room for
   * @param talking where the steps of calls are done
   */
  Switch(
      Trunk trunk,
      Calls calls,
      Doorman doorman,
      TelephoneSettings settings,
      Switchboard switchboard,
      Watch watch,
      Clock clock,
      Executor deciding,
      Executor talking) {
    this.trunk = trunk;
    this.calls = calls;
    this.doorman = doorman;
    this.settings = settings;
    this.switchboard = switchboard;
    this.watch = watch;
    this.clock = clock;
    this.deciding = deciding;
    this.talking = talking;
  }

  /** From now on no call is taken. */
  void end() {
    ending = true;
  }

  boolean isEnding() {
    return ending;
  }

  /** A call comes in. Heard again before it is answered, the SIP stack answers it as before. */
  void called(RequestEvent event) {
    long since = System.nanoTime();
    Request request = event.getRequest();
    if (ending || !calls.haveRoom() || !doorman.takesCall(sender(request))) {
      overloaded(request, since);
      return;
    }
    ServerTransaction transaction;
    try {
      transaction = trunk.provider().getNewServerTransaction(request);
      transaction.sendResponse(trunk.answer(request, Response.TRYING, TAG));
    } catch (SipException | ParseException | InvalidArgumentException e) {
      return; // heard twice at once, or not to be answered at all
    }
    Bridge bridge = new Bridge(trunk, calls, talking, transaction);
    try {
      deciding.execute(() -> decide(request, bridge, since));
    } catch (RejectedExecutionException e) {
      heard(Outcome.OVERLOADED, since);
      bridge.refuse(Response.SERVICE_UNAVAILABLE, retryLater());
    }
  }

  private static InetAddress sender(Request request) {
    return ((SIPRequest) request).getRemoteAddress();
  }

  private void overloaded(Request request, long since) {
    heard(Outcome.OVERLOADED, since);
    try {
      Response response = trunk.answer(request, Response.SERVICE_UNAVAILABLE, TAG);
      response.addHeader(retryLater());
      trunk.once(response);
    } catch (ParseException | SipException e) {
      // its sender is out of reach
    }
  }

  private Header retryLater() {
    return header("Retry-After", String.valueOf(RETRY_SECONDS));
  }

  private Header header(String name, String value) {
    try {
      return trunk.headers().createHeader(name, value);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void heard(Outcome outcome, long since) {
    watch.heard(outcome, Duration.ofNanos(System.nanoTime() - since));
  }

  private void decide(Request request, Bridge bridge, long since) {
    Outcome outcome;
    try {
      outcome = decided(request, bridge);
    } catch (RuntimeException e) {
      // nothing could be kept, so that the call must not go on; no value of it is told to anybody
      bridge.refuse(Response.SERVER_INTERNAL_ERROR);
      outcome = Outcome.FAILED;
    }
    heard(outcome, since);
  }

  private Outcome decided(Request request, Bridge bridge) {
    Invitation invitation = new Invitation(request);
    int refused = invitation.refused(own(request));
    if (refused != 0) {
      bridge.refuse(refused, explained(refused, request));
      return Outcome.NOT_UNDERSTOOD;
    }
    if (bridge.hasEnded()) {
      return Outcome.CANCELLED;
    }
    Optional<IncomingCall> call = invitation.call(clock.instant());
    return call.isEmpty()
        ? turnAway(bridge, Response.NOT_FOUND, Outcome.UNKNOWN)
        : act(switchboard.answer(call.get()), bridge);
  }

  private String own(Request request) {
    String transport = ((ViaHeader) request.getHeader(ViaHeader.NAME)).getTransport();
    Listening at = trunk.at(transport);
    return Listening.written(at.host()) + ":" + at.port();
  }

  private Header[] explained(int status, Request request) {
    return switch (status) {
      case Response.BAD_EXTENSION ->
          new Header[] {
            header(
                "Unsupported",
                ((RequireHeader) request.getHeader(RequireHeader.NAME)).getOptionTag())
          };
      case Response.UNSUPPORTED_MEDIA_TYPE -> new Header[] {header("Accept", "application/sdp")};
      default -> new Header[0];
    };
  }

  private static Outcome turnAway(Bridge bridge, int status, Outcome outcome, Header... more) {
    bridge.refuse(status, more);
    return outcome;
  }

  private Outcome act(CallAnswer answer, Bridge bridge) {
    if (answer instanceof CallAnswer.Forward forward) {
      Optional<Route> route = settings.route(forward.line());
      return route.isEmpty()
          ? turnAway(bridge, Response.SERVER_INTERNAL_ERROR, Outcome.FAILED)
          : forward(forward, route.get(), bridge);
    }
    if (answer instanceof CallAnswer.Announce announce) {
      return announce(announce, bridge);
    }
    // 603 and not 403: no other way to the same number is tried (RFC 3261, 16.7 and 21.6.2).
    return answer instanceof CallAnswer.Reject
        ? turnAway(bridge, Response.DECLINE, Outcome.REJECTED, header("Reason", "Q.850;cause=21"))
        : turnAway(bridge, Response.NOT_FOUND, Outcome.UNKNOWN);
  }

  private Outcome forward(CallAnswer.Forward forward, Route route, Bridge bridge) {
    if (settings.mode() == TelephoneSettings.Mode.BRIDGE) {
      bridge.connect(forward, route);
    } else {
      String uri = route.uri(forward.number().reveal(Reveal.CONNECT));
      bridge.refuse(Response.MOVED_TEMPORARILY, header("Contact", "<" + uri + ">"));
    }
    return Outcome.FORWARDED;
  }

  private Outcome announce(CallAnswer.Announce announce, Bridge bridge) {
    Header why =
        header(
            "Reason",
            "SIP;cause=480;text=\"" + announce.reason().rule().replaceAll("[^a-z0-9-]", "") + "\"");
    return settings.announcement().isPresent()
        ? turnAway(
            bridge,
            Response.MOVED_TEMPORARILY,
            Outcome.ANNOUNCED,
            header("Contact", "<" + settings.announcement().get() + ">"),
            why)
        : turnAway(bridge, Response.TEMPORARILY_UNAVAILABLE, Outcome.ANNOUNCED, why);
  }
}
