package io.tidemark.telephone;

import io.tidemark.calls.line.CallAnswer;
import io.tidemark.terms.Reveal;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.message.Request;

/**
 * The call to the person, until it is answered. It is made from nothing: of the caller's INVITE it
 * has what is left of the number of hops, and the cleaned description of sound. Not thread-safe.
 */
final class Outgoing {
  private final Trunk trunk;
  private final ClientTransaction transaction;
  private boolean heard;
  private boolean unwanted;

  private Outgoing(Trunk trunk, ClientTransaction transaction) {
    this.trunk = trunk;
    this.transaction = transaction;
  }

  /** Rings at the person's telephone, which shows the alias. */
  static Outgoing ring(
      Trunk trunk,
      Route route,
      CallAnswer.Forward forward,
      int hops,
      Optional<byte[]> description,
      Bridge bridge)
      throws SipException, ParseException, InvalidArgumentException {
    Request invite = invite(trunk, route, forward, hops);
    if (description.isPresent()) {
      trunk.describe(invite, description.get());
    }
    ClientTransaction transaction = trunk.begun(invite);
    transaction.setApplicationData(bridge);
    transaction.getDialog().setApplicationData(bridge);
    transaction.sendRequest();
    return new Outgoing(trunk, transaction);
  }

  private static Request invite(Trunk trunk, Route route, CallAnswer.Forward forward, int hops)
      throws ParseException, InvalidArgumentException {
    Listening own = trunk.at(route.transport().word());
    String host = Listening.written(own.host());
    String alias = "<sip:" + forward.shown().reveal(Reveal.CONNECT) + "@" + host + ";user=phone>";
    String uri = route.uri(forward.number().reveal(Reveal.CONNECT));
    SipURI to = (SipURI) trunk.addresses().createURI(uri);
    to.removePort();
    to.removeParameter("transport");
    MaxForwardsHeader left = trunk.headers().createMaxForwardsHeader(hops - 1);
    Request invite =
        trunk
            .messages()
            .createRequest(
                trunk.addresses().createURI(uri),
                Request.INVITE,
                trunk.provider().getNewCallId(),
                trunk.headers().createCSeqHeader(1L, Request.INVITE),
                trunk
                    .headers()
                    .createFromHeader(
                        trunk.addresses().createAddress(alias), UUID.randomUUID().toString()),
                trunk.headers().createToHeader(trunk.addresses().createAddress(to), null),
                List.of(
                    trunk
                        .headers()
                        .createViaHeader(host, own.port(), own.transport().word(), null)),
                left);
    invite.addHeader(trunk.contact(own.transport().word()));
    invite.addHeader(trunk.headers().createAllowHeader(Trunk.METHODS));
    invite.addHeader(trunk.headers().createHeader("P-Asserted-Identity", alias));
    return invite;
  }

  boolean is(ClientTransaction other) {
    return transaction.equals(other);
  }

  /** Something was heard from there: only now may it be cancelled (RFC 3261, 9.1). */
  void isHeard() {
    heard = true;
    if (unwanted) {
      cancel();
    }
  }

  /** Stops ringing, as soon as that can be said. */
  void cancel() {
    if (!heard) {
      unwanted = true;
      return;
    }
    unwanted = false;
    try {
      trunk.begun(transaction.createCancel()).sendRequest();
    } catch (SipException e) {
      // it was answered meanwhile, and whoever answered is hung up on
    }
  }
}
