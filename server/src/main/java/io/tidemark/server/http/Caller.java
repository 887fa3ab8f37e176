package io.tidemark.server.http;

import jakarta.servlet.http.HttpServletRequest;

/** Names who asks: the signed-in person, or the address of somebody who is not signed in. */
public final class Caller {
  private Caller() {}

  /** The name, the same for all requests of one caller. */
  public static String of(HttpServletRequest request) {
    String person = request.getRemoteUser();
    return person == null ? "address " + Address.of(request) : "person " + person;
  }
}
