package io.tidemark.bench.authority;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection to the server that stays open over TLS, as another system's pool has them, by a
 * client that costs little: what the load takes, the server cannot have. One thread at a time.
 */
final class KeptConnection implements Closeable {
  private static final Timeout LONGEST = Timeout.ofSeconds(30);

  private final SSLSocketFactory sockets;
  private final String host;
  private final int port;
  private DefaultBHttpClientConnection connection;

  KeptConnection(SSLSocketFactory sockets, String host, int port) throws IOException {
    this.sockets = sockets;
    this.host = host;
    this.port = port;
    this.connection = connect();
  }

  private DefaultBHttpClientConnection connect() throws IOException {
    SSLSocket socket = (SSLSocket) sockets.createSocket(host, port);
    socket.startHandshake();
    DefaultBHttpClientConnection made = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
    made.bind(socket);
    made.setSocketTimeout(LONGEST);
    return made;
  }

  /**
   * What came back.
   *
   * @param status 0 where no answer came
   */
  record Came(int status, byte[] body) {}

  /** Posts this JSON and reads the answer to its end: the status, or 0 where none came. */
  int post(String path, String token, byte[] json) {
    return post(path, Map.of("Authorization", "Bearer " + token), json).status();
  }

  /** Posts this JSON with these headers and reads the answer to its end. */
  Came post(String path, Map<String, String> headers, byte[] json) {
    try {
      if (!connection.isOpen()) {
        connection = connect();
      }
      return answer(path, headers, json);
    } catch (IOException | HttpException e) {
      close();
      return new Came(0, new byte[0]);
    }
  }

  private Came answer(String path, Map<String, String> headers, byte[] json)
      throws IOException, HttpException {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", path);
    request.setHeader("Host", host + ":" + port);
    headers.forEach(request::setHeader);
    request.setHeader("Idempotency-Key", UUID.randomUUID());
    request.setHeader("Content-Type", "application/json");
    request.setHeader("Content-Length", json.length);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    connection.sendRequestHeader(request);
    connection.sendRequestEntity(request);
    connection.flush();
    ClassicHttpResponse answer = connection.receiveResponseHeader();
    connection.receiveResponseEntity(answer);
    HttpEntity body = answer.getEntity();
    byte[] bytes = body == null ? new byte[0] : EntityUtils.toByteArray(body);
    if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, answer, null)) {
      close(); // the server ends it, after so many requests
    }
    return new Came(answer.getCode(), bytes);
  }

  @Override
  public void close() {
    connection.close(CloseMode.IMMEDIATE);
  }
}
