package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.store.access.Sessions;
import io.tidemark.terms.Digest;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.WrongKey;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person or system with a session, for one request. Hides what it holds. */
public final class SignedInPerson extends AbstractAuthenticationToken implements Principal {
  private static final long serialVersionUID = 1L;

  private final transient SecretToken token;
  private final transient Sessions.Live session;

  SignedInPerson(SecretToken token, Sessions.Live session) {
    super(List.of());
    this.token = token;
    this.session = session;
    setAuthenticated(true);
  }

  /** The box of a session's signing key: only who has the token opens it. */
  static SecretBox box(SecretToken token) {
    return SecretBox.under(token.bytes(), "signing key of a session");
  }

  /** What a page that uses the cookie sends along with each write. */
  static String antiForgery(SecretToken token) {
    return Digest.sha256("tidemark anti-forgery v1\n" + token.text()).toString();
  }

  /** Who acts. */
  public Actor actor() {
    return session.actor();
  }

  /** Where the person works. */
  public String party() {
    return session.party();
  }

  /** SHA-256 of the session's token. */
  Digest session() {
    return token.digest();
  }

  /** The session's absolute end. */
  public Instant until() {
    return session.until();
  }

  /** What the header {@code X-Tidemark-Anti-Forgery} has to say. */
  public String antiForgery() {
    return antiForgery(token);
  }

  /** The key that signs what this person decides; a system decides nothing. */
  public EntrySigner key() {
    byte[] sealed =
        session
            .sealedKey()
            .orElseThrow(() -> new IllegalStateException("a system has no signing key"));
    try {
      return EntrySigner.of(box(token).open(sealed, actor().id()));
    } catch (WrongKey e) {
      throw new IllegalStateException("a session was altered", e);
    }
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return actor().id();
  }

  @Override
  public String getName() {
    return actor().id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "SignedInPerson[" + actor().id() + "]";
  }
}
