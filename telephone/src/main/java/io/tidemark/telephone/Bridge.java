package io.tidemark.telephone;

import io.tidemark.calls.line.CallAnswer;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.Header;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A call of ours that is joined to a caller's: two dialogs, of which neither is told anything of
 * the other but how far it has come and where sound goes. All methods take their turn as steps of
 * the call; none waits.
 */
final class Bridge {
  private static final int FINAL = 200;
  private static final int FAILED = 300;

  /** How far it has come. */
  private enum State {
    ASKED,
    CALLING,
    ANSWERED,
    TALKING,
    ENDED
  }

  private final Trunk trunk;
  private final Calls calls;
  private final InOrder steps;
  private final ServerTransaction asked;
  private final Request invite;
  private final String tag = UUID.randomUUID().toString();
  private final Leg caller;
  private final Within within;
  private volatile State state = State.ASKED;
  private @Nullable Outgoing ringing;
  private @Nullable Leg person;
  private long answer;

  Bridge(Trunk trunk, Calls calls, Executor threads, ServerTransaction asked) {
    this.trunk = trunk;
    this.calls = calls;
    this.steps = new InOrder(threads);
    this.asked = asked;
    this.invite = asked.getRequest();
    String transport = ((ViaHeader) invite.getHeader(ViaHeader.NAME)).getTransport();
    Dialog dialog = asked.getDialog();
    dialog.setApplicationData(this);
    this.caller = new Leg(trunk, dialog, transport, given(transport));
    this.within = new Within(trunk, tag, this);
    calls.begun(this, this::rangTooLong);
  }

  private SessionText given(String transport) {
    return new SessionText(trunk.at(transport).host().getHostAddress());
  }

  /** Whether it is over; the caller may have hung up. */
  boolean hasEnded() {
    return state == State.ENDED;
  }

  /** Turns the call away, unless the caller has hung up. */
  void refuse(int status, Header... more) {
    steps.execute(
        () -> {
          if (state == State.ASKED) {
            end();
            trunk.reply(asked, status, tag, more);
          }
        });
  }

  /** Rings at the person's telephone, unless the caller has hung up. */
  void connect(CallAnswer.Forward forward, Route route) {
    steps.execute(
        () -> {
          if (state == State.ASKED) {
            ring(forward, route);
          }
        });
  }

  private void ring(CallAnswer.Forward forward, Route route) {
    String transport = route.transport().word();
    SessionText given = given(transport);
    Optional<byte[]> description = given.of(invite);
    if (description.isEmpty() && !SessionText.absent(invite)) {
      fail(Response.NOT_ACCEPTABLE_HERE);
      return;
    }
    try {
      state = State.CALLING;
      ringing =
          Outgoing.ring(trunk, route, forward, new Invitation(invite).hops(), description, this);
    } catch (SipException | ParseException | InvalidArgumentException e) {
      fail(Response.SERVER_TIMEOUT);
    }
  }

  private void fail(int status) {
    end();
    trunk.reply(asked, status, tag);
  }

  private void end() {
    state = State.ENDED;
    calls.ended(this);
  }

  /** The person's side, or a side that was asked something within the call, answers. */
  void answers(ClientTransaction transaction, Dialog dialog, Response response) {
    steps.execute(
        () -> {
          if (ringing != null && ringing.is(transaction)) {
            personAnswers(dialog, response);
          } else if (!within.answers(transaction, response)) {
            hangUpBoth();
          }
        });
  }

  private void personAnswers(Dialog dialog, Response response) {
    int status = response.getStatusCode();
    if (status < FINAL) {
      progress(status, response);
    } else if (status < FAILED) {
      picksUp(dialog, response);
    } else if (state == State.CALLING) {
      fail(WhatCallersHear.failure(status));
    }
  }

  private void progress(int status, Response response) {
    if (ringing != null) {
      ringing.isHeard();
    }
    if (state == State.CALLING && status > Response.TRYING) {
      tell(WhatCallersHear.progress(status), caller.given().of(response));
    }
  }

  private void picksUp(Dialog dialog, Response response) {
    long sequence = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
    if (person != null && person.is(dialog)) {
      return; // repeated until it is acknowledged
    }
    String transport = ((ViaHeader) response.getHeader(ViaHeader.NAME)).getTransport();
    Leg picked = new Leg(trunk, dialog, transport, given(transport));
    Optional<byte[]> description = caller.given().of(response);
    if (state != State.CALLING || description.isEmpty()) {
      picked.acknowledge(sequence, Optional.empty());
      picked.hangUp();
      if (state == State.CALLING) {
        fail(Response.NOT_ACCEPTABLE_HERE);
      }
      return;
    }
    dialog.setApplicationData(this);
    person = picked;
    answer = sequence;
    state = State.ANSWERED;
    tell(Response.OK, description);
    calls.answered(this, this::talkedTooLong);
  }

  private void tell(int status, Optional<byte[]> description) {
    try {
      caller.tell(asked, status, description, tag);
    } catch (ParseException | SipException | InvalidArgumentException e) {
      hangUpBoth();
    }
  }

  /** One side has heard the other's answer. */
  void acknowledges(Dialog from, Request ack) {
    steps.execute(
        () -> {
          if (state == State.ANSWERED && person != null && caller.is(from)) {
            state = State.TALKING;
            person.acknowledge(answer, person.given().of(ack));
          } else {
            within.acknowledges(from, ack);
          }
        });
  }

  /** The caller, or whoever asked for something within the call, no longer wants it. */
  void cancels(ServerTransaction cancel, @Nullable ServerTransaction what) {
    steps.execute(
        () -> {
          trunk.reply(cancel, Response.OK, tag);
          if (asked.equals(what)) {
            stopRinging(Response.REQUEST_TERMINATED);
          } else {
            within.cancels();
          }
        });
  }

  private void stopRinging(int status) {
    if (state == State.ASKED || state == State.CALLING) {
      if (ringing != null) {
        ringing.cancel();
      }
      fail(status);
    }
  }

  /** One side hangs up. */
  void hangsUp(ServerTransaction bye) {
    Dialog from = bye.getDialog();
    steps.execute(
        () -> {
          trunk.reply(bye, Response.OK, tag);
          if (state == State.CALLING) {
            stopRinging(Response.REQUEST_TERMINATED);
          } else if (person != null && state != State.ENDED) {
            acknowledgeIfNot();
            end();
            (caller.is(from) ? person : caller).hangUp();
          }
        });
  }

  private void acknowledgeIfNot() {
    if (state == State.ANSWERED && person != null) {
      person.acknowledge(answer, Optional.empty());
    }
  }

  /** Ends both sides: one of them is gone, or the time is up. */
  void hangUpBoth() {
    if (person != null && state != State.ENDED) {
      acknowledgeIfNot();
      end();
      person.hangUp();
      caller.hangUp();
    }
  }

  /** A side has not answered, or its answer was not acknowledged, for so long that it is gone. */
  void isGone(@Nullable ClientTransaction transaction) {
    steps.execute(
        () -> {
          if (ringing != null && transaction != null && ringing.is(transaction)) {
            if (state == State.CALLING) {
              fail(Response.SERVER_TIMEOUT);
            }
          } else if (transaction == null || within.isRenewal(transaction)) {
            hangUpBoth();
          }
        });
  }

  private void rangTooLong() {
    steps.execute(() -> stopRinging(Response.TEMPORARILY_UNAVAILABLE));
  }

  private void talkedTooLong() {
    steps.execute(this::hangUpBoth);
  }

  /** Stops a call that is not answered yet: this process ends. */
  void giveUp() {
    steps.execute(() -> stopRinging(Response.SERVICE_UNAVAILABLE));
  }

  /** One side describes its sound anew: held, taken up again, or to another place. */
  void renews(ServerTransaction again) {
    steps.execute(
        () -> {
          if (state != State.TALKING || person == null) {
            trunk.reply(again, Response.REQUEST_PENDING, tag);
          } else if (caller.is(again.getDialog())) {
            within.renews(again, caller, person);
          } else {
            within.renews(again, person, caller);
          }
        });
  }

  /** One side presses a key. */
  void presses(ServerTransaction info) {
    steps.execute(
        () -> {
          Optional<Keys> keys = Keys.of(info.getRequest());
          if (state != State.TALKING || person == null || keys.isEmpty()) {
            trunk.reply(info, Response.UNSUPPORTED_MEDIA_TYPE, tag);
          } else {
            within.presses(info, keys.get(), caller.is(info.getDialog()) ? person : caller);
          }
        });
  }
}
