package io.tidemark.server.signin;

import static io.tidemark.server.signin.SignInApi.cookie;
import static io.tidemark.server.signin.SignInApi.text;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signing in and out by a page's form, as {@link SignInApi} does it by JSON. Thread-safe. */
@Component
public class BrowserSession {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_CODE = 16;

  private final SignIn signIn;

  BrowserSession(SignIn signIn) {
    this.signIn = signIn;
  }

  /** Begins a session; the header {@code Set-Cookie} for it. Ends the request when it may not. */
  public String in(
      @Nullable SignedInPerson held,
      @Nullable String person,
      @Nullable String password,
      @Nullable String code) {
    SignIn.Begun begun =
        signIn.in(
            text(person, LONGEST_NAME),
            text(password, SignInApi.LONGEST_PASSWORD),
            new SecondFactor.Code(text(code, LONGEST_CODE)),
            SignIn.Held.by(held));
    return cookie(begun.token().text(), SignIn.SESSION.toSeconds());
  }

  /** Ends all sessions of the person; the header {@code Set-Cookie} by which a browser forgets. */
  public String out(SignedInPerson person) {
    signIn.out(person.actor());
    return cookie("", 0);
  }
}
