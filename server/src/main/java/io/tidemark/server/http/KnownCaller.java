package io.tidemark.server.http;

import io.tidemark.authorise.Actor;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Somebody who was let in, for one request: a person, a system, a partner. Shows who it is and
 * nothing else; equal to itself only.
 */
public abstract class KnownCaller extends AbstractAuthenticationToken implements Principal {
  private static final long serialVersionUID = 1L;

  /** Somebody who has proved who it is. */
  protected KnownCaller() {
    super(List.of());
    setAuthenticated(true);
  }

  /** Who acts. */
  public abstract Actor actor();

  @Override
  public final Object getCredentials() {
    return "";
  }

  @Override
  public final Object getPrincipal() {
    return actor().id();
  }

  @Override
  public final String getName() {
    return actor().id();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + actor().id() + "]";
  }
}
