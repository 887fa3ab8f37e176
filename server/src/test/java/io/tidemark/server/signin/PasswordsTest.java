package io.tidemark.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.server.http.Halt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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
  void twoAreHashedAtATimeAndWhoeverWaitsTooLongIsToldSo() {
    Passwords impatient = new Passwords(Duration.ZERO);
    String hash = impatient.hash(PASSWORD);
    Semaphore one = impatient.begin();
    Semaphore two = impatient.begin();
    Halt busy =
        catchThrowableOfType(Halt.class, () -> impatient.matches(PASSWORD, Optional.of(hash)));
    assertThat(busy.problem().status()).isEqualTo(503);
    assertThat(busy.problem().rule()).isEqualTo("busy");
    assertThat(busy.problem().detail().en()).contains("try again");
    assertThat(busy.waiting()).hasValue(Duration.ofSeconds(5));
    assertThat(catchThrowableOfType(Halt.class, () -> impatient.hash(PASSWORD))).isNotNull();
    one.release();
    assertThat(impatient.matches(PASSWORD, Optional.of(hash))).isTrue();
    two.release();
    assertThat(impatient.matches(PASSWORD, Optional.of(hash))).isTrue();
  }

  @Test
  void withoutAHashNothingMatches() {
    assertThat(passwords.matches(PASSWORD, Optional.empty())).isFalse();
    assertThat(passwords.matches("", Optional.empty())).isFalse();
  }
}
