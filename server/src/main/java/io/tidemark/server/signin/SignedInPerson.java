package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.server.http.KnownCaller;
import io.tidemark.store.access.Sessions;
import io.tidemark.terms.Digest;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.Suite;
import io.tidemark.vault.WrongKey;
import java.time.Instant;

/** A person or system with a session, for one request. Hides what it holds. */
public final class SignedInPerson extends KnownCaller {
  private static final long serialVersionUID = 1L;

  private final transient SecretToken token;
  private final transient Sessions.Live session;
  private final transient Suite suite;

  SignedInPerson(SecretToken token, Sessions.Live session, Suite suite) {
    this.token = token;
    this.session = session;
    this.suite = suite;
  }

  /** The box of a session's signing key: only who has the token opens it. */
  static SecretBox box(Suite suite, SecretToken token) {
    return SecretBox.under(suite, token.bytes(), "signing key of a session");
  }

  /** What a page that uses the cookie sends along with each write. */
  static String antiForgery(SecretToken token) {
    return Digest.sha256("tidemark anti-forgery v1\n" + token.text()).toString();
  }

  @Override
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

  /** The entry of the sign-in that began the session. */
  public long signIn() {
    return session.signIn();
  }

  /** How often the rules had changed when the session was asked for. */
  public long rules() {
    return session.rules();
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
      return EntrySigner.of(box(suite, token).open(sealed, actor().id()));
    } catch (WrongKey e) {
      throw new IllegalStateException("a session was altered", e);
    }
  }
}
