package io.tidemark.telephone;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.text.ParseException;
import java.util.List;
import java.util.TooManyListenersException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.address.AddressFactory;
import javax.sip.header.ContactHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** The line to the operator: messages are made and sent here. Thread-safe. */
final class Trunk implements AutoCloseable {
  /** The methods that are understood. */
  static final String METHODS = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO";

  private static final String SDP = "sdp";

  private final TelephoneSettings settings;
  private final TrunkSockets sockets;
  private final TrunkStack stack;
  private final SipProvider provider;
  private final MessageFactory messages = new MessageFactoryImpl();
  private final HeaderFactory headers = new HeaderFactoryImpl();
  private final AddressFactory addresses = new AddressFactoryImpl();

  /** Opens the sockets; nothing is heard yet. */
  Trunk(TelephoneSettings settings, TrunkSockets sockets) throws CannotListen {
    this.settings = settings;
    this.sockets = sockets;
    try {
      this.stack = new TrunkStack(settings, sockets);
    } catch (SipException e) {
      throw new CannotListen(settings.listening().get(0), e);
    }
    this.provider = opened(settings.listening());
  }

  private SipProvider opened(List<Listening> listening) throws CannotListen {
    SipProvider made = null;
    for (Listening one : listening) {
      try {
        ListeningPoint point =
            stack.createListeningPoint(
                one.host().getHostAddress(), one.port(), one.transport().word());
        if (made == null) {
          made = stack.createSipProvider(point);
        } else {
          made.addListeningPoint(point);
        }
      } catch (SipException | InvalidArgumentException e) {
        stack.stop();
        throw new CannotListen(one, e);
      }
    }
    if (made == null) {
      throw new IllegalArgumentException("an address is needed");
    }
    return made;
  }

  /** From now on requests are heard. */
  void hear(SipListener listener) {
    try {
      provider.addSipListener(listener);
    } catch (TooManyListenersException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean open() {
    return sockets.open();
  }

  SipProvider provider() {
    return provider;
  }

  MessageFactory messages() {
    return messages;
  }

  HeaderFactory headers() {
    return headers;
  }

  AddressFactory addresses() {
    return addresses;
  }

  /** Our own address for a transport. */
  Listening at(String transport) {
    return settings.listening().stream()
        .filter(one -> one.transport().word().equalsIgnoreCase(transport))
        .findFirst()
        .orElse(settings.listening().get(0));
  }

  /** Where we are reached within a call: no name of anybody. */
  ContactHeader contact(String transport) throws ParseException {
    Listening own = at(transport);
    return headers.createContactHeader(
        addresses.createAddress(
            "<sip:"
                + Listening.written(own.host())
                + ":"
                + own.port()
                + ";transport="
                + own.transport().word()
                + ">"));
  }

  /** An answer with the usual words of its status, and a tag of ours where the request has none. */
  Response answer(Request request, int status, String tag) throws ParseException {
    Response response = messages.createResponse(status, request);
    ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
    if (status > Response.TRYING && to.getTag() == null) {
      to.setTag(tag);
    }
    return response;
  }

  /** Puts a description of sound into a message. */
  void describe(javax.sip.message.Message message, byte[] description) throws ParseException {
    message.setContent(description, headers.createContentTypeHeader("application", SDP));
  }

  /** Sends an answer once; it is not repeated. */
  void once(Response response) throws SipException {
    provider.sendResponse(response);
  }

  /** Answers a request that has a transaction, with these headers. */
  void reply(ServerTransaction transaction, int status, String tag, Header... more) {
    try {
      Response response = answer(transaction.getRequest(), status, tag);
      for (Header one : more) {
        response.addHeader(one);
      }
      transaction.sendResponse(response);
    } catch (ParseException | SipException | InvalidArgumentException e) {
      // the transaction has ended, or its sender is out of reach: nobody waits for the answer
    }
  }

  /** A request of ours outside a call. */
  ClientTransaction begun(Request request) throws SipException {
    return provider.getNewClientTransaction(request);
  }

  @Override
  public void close() {
    stack.stop();
  }
}
