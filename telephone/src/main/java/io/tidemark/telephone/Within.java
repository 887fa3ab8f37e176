package io.tidemark.telephone;

import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * What one side asks of the other while both talk: sound described anew (held, taken up again, to
 * another place) and keys that are pressed. Not thread-safe: used in the order of the call's steps.
 */
final class Within {
  private static final int FINAL = 200;
  private static final int FAILED = 300;

  private final Trunk trunk;
  private final String tag;
  private final Bridge bridge;
  private final Map<ClientTransaction, ServerTransaction> pressed = new HashMap<>();
  private @Nullable Renewal renewal;

  Within(Trunk trunk, String tag, Bridge bridge) {
    this.trunk = trunk;
    this.tag = tag;
    this.bridge = bridge;
  }

  /** One side describes its sound anew. */
  void renews(ServerTransaction again, Leg from, Leg to) {
    if (renewal != null) {
      trunk.reply(again, Response.REQUEST_PENDING, tag);
      return;
    }
    Optional<byte[]> description = to.given().of(again.getRequest());
    if (description.isEmpty() && !SessionText.absent(again.getRequest())) {
      trunk.reply(again, Response.NOT_ACCEPTABLE_HERE, tag);
      return;
    }
    try {
      renewal = new Renewal(again, from, to, to.renew(description, bridge));
    } catch (SipException | ParseException e) {
      trunk.reply(again, Response.SERVER_INTERNAL_ERROR, tag);
    }
  }

  /** One side presses keys that the other is to hear. */
  void presses(ServerTransaction info, Keys keys, Leg to) {
    try {
      pressed.put(to.press(keys, bridge), info);
    } catch (SipException | ParseException e) {
      trunk.reply(info, Response.SERVER_INTERNAL_ERROR, tag);
    }
  }

  /** Whether a side that was asked is gone with this. */
  boolean isRenewal(ClientTransaction transaction) {
    return renewal != null && renewal.is(transaction);
  }

  /** A side that was asked something answers; whether the call can go on. */
  boolean answers(ClientTransaction transaction, Response response) {
    int status = response.getStatusCode();
    if (status < FINAL) {
      return true;
    }
    if (renewal != null && renewal.is(transaction)) {
      return renewed(renewal, response);
    }
    ServerTransaction info = pressed.remove(transaction);
    if (info != null) {
      trunk.reply(info, status < FAILED ? Response.OK : WhatCallersHear.failure(status), tag);
    }
    return true;
  }

  private boolean renewed(Renewal now, Response response) {
    int status = response.getStatusCode();
    if (status < FAILED) {
      now.accepted(((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber());
      return told(now, now.from().given().of(response));
    }
    renewal = null;
    trunk.reply(now.asked(), WhatCallersHear.failure(status), tag);
    return status != Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST
        && status != Response.REQUEST_TIMEOUT;
  }

  private boolean told(Renewal now, Optional<byte[]> description) {
    try {
      now.from().tell(now.asked(), Response.OK, description, tag);
      return true;
    } catch (ParseException | SipException | InvalidArgumentException e) {
      return false;
    }
  }

  /** Whoever asked has heard the other's answer. */
  void acknowledges(Dialog from, Request ack) {
    if (renewal != null && renewal.acknowledged(from, ack)) {
      renewal = null;
    }
  }

  /** Whoever asked no longer wants it. */
  void cancels() {
    if (renewal != null) {
      renewal.cancel(trunk);
    }
  }
}
