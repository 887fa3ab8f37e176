package io.tidemark.server.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What to do with a body that nobody read, of a request that was refused before or has no use for
 * one: Tomcat would read it to its end, however slowly it comes. Here it is read within the limits
 * of all bodies after its answer is sent, or the connection is closed.
 */
@Component
final class UnreadBodies extends ValveBase
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Bodies bodies;

  UnreadBodies(Bodies bodies) {
    super(true);
    this.bodies = bodies;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(this);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (isRead(request)) {
      return;
    }
    response.finishResponse();
    try {
      bodies.drain(request, 2 * WriteOnce.LARGEST);
    } catch (Halt | IOException e) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  private static boolean isRead(Request request) {
    AtomicBoolean read = new AtomicBoolean();
    request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
    return read.get();
  }
}
