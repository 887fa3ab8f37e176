package io.tidemark.telephone;

import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;

/** A new description of sound on its way from one side of a call to the other. */
final class Renewal {
  private final ServerTransaction asked;
  private final Leg from;
  private final Leg to;
  private final ClientTransaction passed;
  private long sequence;

  Renewal(ServerTransaction asked, Leg from, Leg to, ClientTransaction passed) {
    this.asked = asked;
    this.from = from;
    this.to = to;
    this.passed = passed;
  }

  boolean is(ClientTransaction other) {
    return passed.equals(other);
  }

  ServerTransaction asked() {
    return asked;
  }

  Leg from() {
    return from;
  }

  /** The other side takes it. */
  void accepted(long withSequence) {
    sequence = withSequence;
  }

  /** Whether whoever asked has heard that, so that the other side is told. */
  boolean acknowledged(Dialog by, Request ack) {
    if (sequence == 0 || !from.is(by)) {
      return false;
    }
    to.acknowledge(sequence, to.given().of(ack));
    return true;
  }

  /** Whoever asked no longer wants it; the other side's answer still comes. */
  void cancel(Trunk trunk) {
    try {
      trunk.begun(passed.createCancel()).sendRequest();
    } catch (SipException e) {
      // it was answered meanwhile
    }
  }
}
