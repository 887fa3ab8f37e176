package io.tidemark.telephone;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.OIOMessageProcessorFactory;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.lang.reflect.Field;
import java.util.LinkedList;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sip.PeerUnavailableException;

/**
 * JAIN-SIP with sockets of our own, no logs, and limits: messages of 16 KiB, 64 connections, 1,000
 * datagrams that wait.
 */
final class TrunkStack extends SipStackImpl {
  /** Bytes. Messages of calls have one to four thousand. */
  static final int LARGEST = 16_384;

  private static final int WAITING = 1_000;
  private static final String NIST = "gov.nist.javax.sip.";

  TrunkStack(TelephoneSettings settings, TrunkSockets sockets) throws PeerUnavailableException {
    super(properties());
    this.networkLayer = sockets;
    setMessageProcessorFactory(
        (stack, address, port, transport) ->
            bounded(
                new OIOMessageProcessorFactory()
                    .createMessageProcessor(stack, address, port, transport)));
    settings
        .tls()
        .ifPresent(
            tls -> {
              setEnabledProtocols(tls.protocols().toArray(String[]::new));
              setEnabledCipherSuites(tls.suites().toArray(String[]::new));
            });
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", "tidemark-" + UUID.randomUUID());
    properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
    properties.setProperty(NIST + "STACK_LOGGER", Silence.class.getName());
    properties.setProperty(NIST + "SERVER_LOGGER", Silence.class.getName());
    properties.setProperty(NIST + "REENTRANT_LISTENER", "true");
    properties.setProperty(NIST + "THREAD_POOL_SIZE", "4");
    properties.setProperty(NIST + "CONGESTION_CONTROL_TIMEOUT", "0");
    properties.setProperty(NIST + "MAX_MESSAGE_SIZE", String.valueOf(LARGEST));
    properties.setProperty(NIST + "MAX_CONNECTIONS", "64");
    properties.setProperty(NIST + "READ_TIMEOUT", "10000");
    properties.setProperty(NIST + "SSL_HANDSHAKE_TIMEOUT", "5000");
    properties.setProperty(NIST + "SSL_RENEGOTIATION_ENABLED", "false");
    properties.setProperty(NIST + "TLS_CLIENT_AUTH_TYPE", "Enabled");
    properties.setProperty(NIST + "RECEIVE_UDP_BUFFER_SIZE", String.valueOf(1 << 20));
    properties.setProperty(NIST + "SEND_UDP_BUFFER_SIZE", String.valueOf(1 << 20));
    return properties;
  }

  /**
   * JAIN-SIP's queue of datagrams has no end, and no setting for one; and its list of channels is
   * missing until its thread runs, so that an end right after the start would fail.
   */
  @SuppressWarnings("JdkObsolete") // the field is a LinkedList
  private static MessageProcessor bounded(MessageProcessor processor) {
    if (processor instanceof UDPMessageProcessor) {
      set(processor, "messageQueue", new LinkedBlockingQueue<>(WAITING));
      set(processor, "messageChannels", new LinkedList<>());
    }
    return processor;
  }

  private static void set(MessageProcessor processor, String name, Object value) {
    try {
      Field field = UDPMessageProcessor.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(processor, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JAIN-SIP has no " + name, e);
    }
  }
}
