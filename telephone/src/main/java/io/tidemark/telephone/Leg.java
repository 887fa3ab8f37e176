package io.tidemark.telephone;

import java.text.ParseException;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** One side of a call that was answered. Not thread-safe: used in the order of the call's steps. */
final class Leg {
  private final Trunk trunk;
  private final Dialog dialog;
  private final String transport;
  private final SessionText given;

  /**
   * One side.
   *
   * @param given numbers what this side is given
   */
  Leg(Trunk trunk, Dialog dialog, String transport, SessionText given) {
    this.trunk = trunk;
    this.dialog = dialog;
    this.transport = transport;
    this.given = given;
  }

  boolean is(Dialog other) {
    return dialog.equals(other);
  }

  SessionText given() {
    return given;
  }

  /** Answers what this side asked. */
  void tell(ServerTransaction asked, int status, Optional<byte[]> description, String tag)
      throws ParseException, SipException, InvalidArgumentException {
    Response response = trunk.answer(asked.getRequest(), status, tag);
    response.setHeader(trunk.contact(transport));
    response.setHeader(trunk.headers().createAllowHeader(Trunk.METHODS));
    if (description.isPresent()) {
      trunk.describe(response, description.get());
    }
    asked.sendResponse(response);
  }

  /** That its answer was heard. */
  void acknowledge(long sequence, Optional<byte[]> description) {
    try {
      Request ack = dialog.createAck(sequence);
      if (description.isPresent()) {
        trunk.describe(ack, description.get());
      }
      dialog.sendAck(ack);
    } catch (SipException | InvalidArgumentException | ParseException e) {
      // it repeats its answer, or has gone
    }
  }

  /** Ends this side. */
  void hangUp() {
    try {
      Request bye = dialog.createRequest(Request.BYE);
      dialog.sendRequest(trunk.begun(bye));
    } catch (SipException e) {
      // it has ended already
    }
  }

  /** Describes the sound anew, or asks for a description. */
  ClientTransaction renew(Optional<byte[]> description, Bridge bridge)
      throws SipException, ParseException {
    Request invite = dialog.createRequest(Request.INVITE);
    invite.setHeader(trunk.contact(transport));
    invite.setHeader(trunk.headers().createAllowHeader(Trunk.METHODS));
    if (description.isPresent()) {
      trunk.describe(invite, description.get());
    }
    return sent(invite, bridge);
  }

  /** Passes on which key was pressed. */
  ClientTransaction press(Keys keys, Bridge bridge) throws SipException, ParseException {
    Request info = dialog.createRequest(Request.INFO);
    info.setContent(
        keys.text(), trunk.headers().createContentTypeHeader("application", keys.subtype()));
    return sent(info, bridge);
  }

  private ClientTransaction sent(Request request, Bridge bridge) throws SipException {
    ClientTransaction transaction = trunk.begun(request);
    transaction.setApplicationData(bridge);
    dialog.sendRequest(transaction);
    return transaction;
  }
}
