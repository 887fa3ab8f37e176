package io.tidemark.telephone;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.ResponseEventExt;
import gov.nist.javax.sip.SipListenerExt;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.AllowHeader;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Hears what comes in and hands it to whom it is for: invitations to the switch, the rest to the
 * call that it belongs to. It answers at once and never waits. Thread-safe.
 */
final class Attendant implements SipListenerExt {
  /** As the tag of answers that belong to no call. */
  private static final String TAG = "tidemark";

  private final Trunk trunk;
  private final Switch calls;

  Attendant(Trunk trunk, Switch calls) {
    this.trunk = trunk;
    this.calls = calls;
  }

  @Override
  public void processRequest(RequestEvent event) {
    Request request = event.getRequest();
    switch (request.getMethod()) {
      case Request.INVITE -> invitation(event);
      case Request.ACK ->
          bridge(event.getDialog())
              .ifPresent(bridge -> bridge.acknowledges(event.getDialog(), request));
      case Request.CANCEL -> cancel(event);
      case Request.BYE -> within(event, Bridge::hangsUp);
      case Request.INFO -> within(event, Bridge::presses);
      case Request.OPTIONS ->
          answer(request, calls.isEnding() ? Response.SERVICE_UNAVAILABLE : Response.OK);
      default -> answer(request, Response.METHOD_NOT_ALLOWED);
    }
  }

  private void invitation(RequestEvent event) {
    if (((ToHeader) event.getRequest().getHeader(ToHeader.NAME)).getTag() != null) {
      within(event, Bridge::renews);
    } else if (event.getServerTransaction() == null) {
      calls.called(event);
    }
  }

  /** What belongs to a call. */
  private void within(RequestEvent event, BiConsumer<Bridge, ServerTransaction> what) {
    Optional<Bridge> bridge = bridge(event.getDialog());
    ServerTransaction transaction = event.getServerTransaction();
    if (bridge.isPresent() && transaction != null) {
      what.accept(bridge.get(), transaction);
    } else {
      answer(event.getRequest(), Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }
  }

  private void cancel(RequestEvent event) {
    ServerTransaction cancel = event.getServerTransaction();
    Optional<Bridge> bridge = bridge(event.getDialog());
    if (cancel == null || bridge.isEmpty()) {
      answer(event.getRequest(), Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      return;
    }
    ServerTransaction what = ((SIPServerTransaction) cancel).getCanceledInviteTransaction();
    bridge.get().cancels(cancel, what);
  }

  private static Optional<Bridge> bridge(@Nullable Dialog dialog) {
    return dialog != null && dialog.getApplicationData() instanceof Bridge bridge
        ? Optional.of(bridge)
        : Optional.empty();
  }

  /** Answers without keeping anything. */
  private void answer(Request request, int status) {
    if (request.getMethod().equals(Request.ACK)) {
      return;
    }
    try {
      Response response = trunk.answer(request, status, TAG);
      if (response.getHeader(AllowHeader.NAME) == null) {
        response.addHeader(trunk.headers().createAllowHeader(Trunk.METHODS));
      }
      response.addHeader(trunk.headers().createAcceptHeader("application", "sdp"));
      trunk.once(response);
    } catch (ParseException | SipException e) {
      // its sender is out of reach
    }
  }

  @Override
  public void processResponse(ResponseEvent event) {
    Response response = event.getResponse();
    String of = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod();
    ClientTransaction transaction = event.getClientTransaction();
    if (transaction == null && event instanceof ResponseEventExt more) {
      transaction = more.getOriginalTransaction();
    }
    if (transaction != null
        && (of.equals(Request.INVITE) || of.equals(Request.INFO))
        && transaction.getApplicationData() instanceof Bridge bridge) {
      bridge.answers(transaction, event.getDialog(), response);
    }
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()
        && event.getClientTransaction().getApplicationData() instanceof Bridge bridge) {
      bridge.isGone(event.getClientTransaction());
    }
  }

  @Override
  public void processDialogTimeout(DialogTimeoutEvent event) {
    bridge(event.getDialog()).ifPresent(bridge -> bridge.isGone(null));
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    // whoever waits for it is told by a timeout
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    // calls know their own end
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {
    // calls know their own end
  }
}
