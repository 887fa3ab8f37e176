package io.tidemark.rights;

import io.tidemark.terms.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What somebody said of one purpose.
 *
 * @param recipient whom it names; nobody where it means everybody who serves the purpose
 * @param at when it was said, which may lie before it was recorded; to the millisecond
 */
public record Statement(
    Word word, String purpose, Optional<String> recipient, Instant at, Ground ground) {
  /** Cuts the time. */
  public Statement {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** {@code give marketing ag-0001}: what an entry says of it. */
  public String inShort() {
    return word.id() + " " + purpose + " " + recipient.orElse("-");
  }

  /** SHA-256 over all of it, line by line, the wording by its own digest. */
  public Digest digest() {
    return Digest.sha256(
        String.join(
            "\n",
            "tidemark statement v1",
            inShort(),
            at.toString(),
            ground.channel(),
            ground.notice(),
            Digest.sha256(ground.text()).toString(),
            ""));
  }
}
