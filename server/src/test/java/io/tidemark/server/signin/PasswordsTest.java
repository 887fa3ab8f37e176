package io.tidemark.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hashes, and what stands in where there is none. */
final class PasswordsTest {
  private static final String PASSWORD = "correct-horse-battery";
  private final Passwords passwords = new Passwords();

  @Test
  void aPasswordMatchesItsHashAlone() {
    String hash = passwords.hash(PASSWORD);
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
    assertThat(passwords.matches(PASSWORD, Optional.of(hash))).isTrue();
    assertThat(passwords.matches(PASSWORD + " ", Optional.of(hash))).isFalse();
    assertThat(passwords.hash(PASSWORD)).as("salted").isNotEqualTo(hash);
  }

  @Test
  void withoutAHashNothingMatches() {
    assertThat(passwords.matches(PASSWORD, Optional.empty())).isFalse();
    assertThat(passwords.matches("", Optional.empty())).isFalse();
  }
}
