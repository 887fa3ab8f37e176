package io.tidemark.server.signin;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SignedIn;
import io.tidemark.custody.Register;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.server.ServerSettings;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.tls.Trusted;
import io.tidemark.store.access.BegunSignIns;
import io.tidemark.store.access.ProviderSubjects;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.Suite;
import io.tidemark.vault.WrongKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signing in at the insurer's provider. A sign-in ends once, within ten minutes, in the browser
 * where it began. Whatever does not hold has one answer. Thread-safe.
 *
 * <p>Nobody's password opens a signing key here, so each sign-in draws a key of its own: its public
 * half is the nonce that the provider signs, and stands in the entry; its private half is sealed
 * under what the browser holds, then under the session's token.
 */
@Component
class ProviderSignIn {
  /** How long a sign-in may take at the provider. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private final Suite suite;
  private final Optional<Provider> provider;
  private final BegunSignIns begun;
  private final ProviderSubjects subjects;
  private final Rules rules;
  private final Clock clock;

  ProviderSignIn(Home home, ServerSettings settings, Rules rules, Clock clock) throws IOException {
    this.suite = home.keys().suite();
    this.provider =
        settings.more().provider().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Provider(
                    settings.more().provider().get(),
                    settings.more().provider().get().authority().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                            Trusted.by(settings.more().provider().get().authority().get())),
                    clock));
    this.begun = home.begunSignIns();
    this.subjects = home.providerSubjects();
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A sign-in that has begun.
   *
   * @param browser what the browser keeps meanwhile
   * @param address where it goes
   */
  record Begun(SecretToken browser, URI address) {}

  /**
   * Sends somebody to the provider, who is to come back to {@code redirect}. A session that is held
   * now ends then: a browser that comes from elsewhere does not show it.
   */
  Begun begin(URI redirect, Optional<SignIn.Held> held) {
    Provider there = provider();
    SecretToken browser = SecretToken.draw();
    SecretToken state = SecretToken.draw();
    EntrySigner key = EntrySigner.draw();
    CodeVerifier verifier = new CodeVerifier();
    URI address = there.address(redirect, state.text(), nonce(key), verifier);
    String kept =
        String.join(
            "\n",
            HexFormat.of().formatHex(key.seed()),
            verifier.getValue(),
            redirect.toString(),
            held.map(it -> it.signIn() + " " + it.token()).orElse(""));
    byte[] sealed =
        box(browser).seal(kept.getBytes(StandardCharsets.UTF_8), state.digest().toString());
    begun.begin(state.digest(), sealed, clock.instant().plus(LONGEST));
    return new Begun(browser, address);
  }

  /** Ends the sign-in that this state and browser began with a session. */
  SignIn.Begun end(
      @Nullable String state,
      @Nullable String code,
      @Nullable String issuer,
      @Nullable String browser) {
    Provider there = provider();
    Optional<SecretToken> named = Optional.ofNullable(state).flatMap(SecretToken::parse);
    Optional<SecretToken> held = Optional.ofNullable(browser).flatMap(SecretToken::parse);
    if (named.isEmpty() || held.isEmpty()) {
      throw failed();
    }
    String[] kept = kept(named.get(), held.get());
    if (code == null || code.isEmpty() || !there.isFrom(issuer)) {
      throw failed();
    }
    EntrySigner key = EntrySigner.of(HexFormat.of().parseHex(kept[0]));
    Provider.Subject subject =
        there
            .subject(code, URI.create(kept[2]), nonce(key), new CodeVerifier(kept[1]))
            .orElseThrow(ProviderSignIn::failed);
    String person =
        subjects.person(subject.issuer(), subject.subject()).orElseThrow(ProviderSignIn::failed);
    return session(person, subject, key, held(kept[3]));
  }

  private String[] kept(SecretToken state, SecretToken browser) {
    byte[] sealed = begun.end(state.digest(), clock.instant()).orElseThrow(ProviderSignIn::failed);
    try {
      byte[] kept = box(browser).open(sealed, state.digest().toString());
      return new String(kept, StandardCharsets.UTF_8).split("\n", -1);
    } catch (WrongKey e) {
      throw failed();
    }
  }

  private static Optional<SignIn.Held> held(String kept) {
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = kept.split(" ");
    return Optional.of(new SignIn.Held(Digest.parse(parts[1]), Long.parseLong(parts[0])));
  }

  private SignIn.Begun session(
      String person, Provider.Subject subject, EntrySigner key, Optional<SignIn.Held> held) {
    Instant now = clock.instant();
    Instant until = now.plus(SignIn.SESSION);
    SecretToken token = SecretToken.draw();
    Register register = rules.inForce().register();
    try {
      register
          .journal()
          .record(
              SignIn.Held.named(
                      register
                          .begin("sign-in", new Actor(person, Set.of()))
                          .line("by", "provider")
                          .line("issuer", subject.issuer())
                          .line("token-sha256", subject.token())
                          .line("proven", subject.proven())
                          .line("key", HexFormat.of().formatHex(key.publicKey()))
                          .line("until", until),
                      held)
                  .build(),
              new SignedIn(
                  person,
                  token.digest(),
                  new SignedIn.Subject(subject.issuer(), subject.subject()),
                  Optional.of(SignedInPerson.box(suite, token).seal(key.seed(), person)),
                  now,
                  until,
                  held.map(SignIn.Held::token)));
    } catch (SignedIn.NoLongerCounts e) {
      throw failed();
    }
    return new SignIn.Begun(person, token, until);
  }

  /** What the provider signs vouches for the key. */
  private static String nonce(EntrySigner key) {
    return Digest.sha256("tidemark sign-in v1\n" + HexFormat.of().formatHex(key.publicKey()))
        .toString();
  }

  private SecretBox box(SecretToken browser) {
    return SecretBox.under(suite, browser.bytes(), "sign-in at the provider");
  }

  private Provider provider() {
    return provider.orElseThrow(() -> Halt.status(404));
  }

  private static Halt failed() {
    return Halt.with(
        401,
        "sign-in-failed",
        "登录不成立：请从 /api/v1/sign-in/provider 重新开始；若仍不成功，请管理员执行 people link",
        "the sign-in does not hold: begin again at /api/v1/sign-in/provider; if it still fails, ask"
            + " for people link");
  }
}
