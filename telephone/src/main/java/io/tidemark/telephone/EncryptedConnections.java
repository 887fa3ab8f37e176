package io.tidemark.telephone;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A socket of TLS that accepts what somebody else lets in. The JDK's own cannot be extended, so
 * that everything else is handed on.
 */
final class EncryptedConnections extends SSLServerSocket {
  private final SSLServerSocket inner;
  private final Letting letting;

  /** Who accepts. */
  interface Letting {
    SSLSocket accept(SSLServerSocket from) throws IOException;
  }

  EncryptedConnections(SSLServerSocket inner, Letting letting) throws IOException {
    this.inner = inner;
    this.letting = letting;
  }

  @Override
  public SSLSocket accept() throws IOException {
    return letting.accept(inner);
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  @Override
  public boolean isClosed() {
    return inner.isClosed();
  }

  @Override
  public int getLocalPort() {
    return inner.getLocalPort();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return inner.getLocalSocketAddress();
  }

  @Override
  public synchronized void setSoTimeout(int millis) throws SocketException {
    inner.setSoTimeout(millis);
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return inner.getEnabledCipherSuites();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    inner.setEnabledCipherSuites(suites);
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return inner.getSupportedCipherSuites();
  }

  @Override
  public String[] getSupportedProtocols() {
    return inner.getSupportedProtocols();
  }

  @Override
  public String[] getEnabledProtocols() {
    return inner.getEnabledProtocols();
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    inner.setEnabledProtocols(protocols);
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    inner.setNeedClientAuth(need);
  }

  @Override
  public boolean getNeedClientAuth() {
    return inner.getNeedClientAuth();
  }

  @Override
  public void setWantClientAuth(boolean want) {
    inner.setWantClientAuth(want);
  }

  @Override
  public boolean getWantClientAuth() {
    return inner.getWantClientAuth();
  }

  @Override
  public void setUseClientMode(boolean client) {
    inner.setUseClientMode(client);
  }

  @Override
  public boolean getUseClientMode() {
    return inner.getUseClientMode();
  }

  @Override
  public void setEnableSessionCreation(boolean create) {
    inner.setEnableSessionCreation(create);
  }

  @Override
  public boolean getEnableSessionCreation() {
    return inner.getEnableSessionCreation();
  }
}
