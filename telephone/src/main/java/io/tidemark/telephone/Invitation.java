package io.tidemark.telephone;

import io.tidemark.calls.line.IncomingCall;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderAddress;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.RequireHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** What an INVITE says about a call. */
final class Invitation {
  private static final int LONGEST_ID = 255;
  private static final int HOPS = 70;

  private final Request request;

  Invitation(Request request) {
    this.request = request;
  }

  /**
   * The status with which it is turned away without being asked about; 0 for none.
   *
   * @param ours an address in a Via header, as host and port: a request that has it came round
   */
  int refused(String ours) {
    if (request.getHeader(ContactHeader.NAME) == null || request.getHeader("From") == null) {
      return Response.BAD_REQUEST;
    }
    if (!(request.getRequestURI() instanceof SipURI)
        && !(request.getRequestURI() instanceof TelURL)) {
      return Response.UNSUPPORTED_URI_SCHEME;
    }
    if (hops() <= 0) {
      return Response.TOO_MANY_HOPS;
    }
    if (cameRound(ours)) {
      return Response.LOOP_DETECTED;
    }
    if (request.getHeader(RequireHeader.NAME) != null) {
      return Response.BAD_EXTENSION;
    }
    if (!SessionText.absent(request) && !SessionText.isSession(type())) {
      return Response.UNSUPPORTED_MEDIA_TYPE;
    }
    return 0;
  }

  private ContentTypeHeader type() {
    return (ContentTypeHeader) request.getHeader(ContentTypeHeader.NAME);
  }

  /** How many more stations it may pass. */
  int hops() {
    MaxForwardsHeader header = (MaxForwardsHeader) request.getHeader(MaxForwardsHeader.NAME);
    return header == null ? HOPS : header.getMaxForwards();
  }

  private boolean cameRound(String ours) {
    for (ListIterator<?> all = request.getHeaders(ViaHeader.NAME); all.hasNext(); ) {
      ViaHeader via = (ViaHeader) all.next();
      if (ours.equals(via.getHost() + ":" + via.getPort())) {
        return true;
      }
    }
    return false;
  }

  /** The call as core knows it; nothing where the number that is called is none. */
  Optional<IncomingCall> call(Instant at) {
    return digits(request.getRequestURI())
        .map(called -> new IncomingCall(called, caller(), at, id()));
  }

  private String id() {
    String given = ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId();
    return given.length() <= LONGEST_ID
        ? given
        : "sha256:" + Digest.sha256(given.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Who the network says is calling (P-Asserted-Identity, RFC 3325, which the trunk alone can send
   * us), or the caller itself; nobody where it is to be withheld (Privacy, RFC 3323).
   */
  private Optional<PersonalText> caller() {
    if (withheld()) {
      return Optional.empty();
    }
    for (Iterator<?> all = request.getHeaders("P-Asserted-Identity"); all.hasNext(); ) {
      if (all.next() instanceof HeaderAddress asserted) {
        Optional<PersonalText> digits = digits(asserted.getAddress().getURI());
        if (digits.isPresent()) {
          return digits;
        }
      }
    }
    Address from = ((FromHeader) request.getHeader(FromHeader.NAME)).getAddress();
    return digits(from.getURI());
  }

  private boolean withheld() {
    for (Iterator<?> all = request.getHeaders("Privacy"); all.hasNext(); ) {
      for (String part : all.next().toString().toLowerCase(Locale.ROOT).split("[:;,\\s]+", -1)) {
        if (part.equals("id") || part.equals("user") || part.equals("header")) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<PersonalText> digits(URI uri) {
    if (uri instanceof SipURI sip) {
      return sip.getUser() == null ? Optional.empty() : Digits.of(sip.getUser());
    }
    if (uri instanceof TelURL tel) {
      return Digits.of((tel.isGlobal() ? "+" : "") + tel.getPhoneNumber());
    }
    return Optional.empty();
  }
}
